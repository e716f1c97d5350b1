package org.activitysummary.alternatives;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** Sends the settings and one aggregating statement in one message; reads the one row. */
record OneStatementService(DataSource dataSource, Script script) implements UserActivityService {

  private static final Script SETTINGS = Script.load("settings.sql");

  static OneStatementService of(DataSource dataSource, String resource) {
    return new OneStatementService(dataSource, SETTINGS.then(Script.load(resource)));
  }

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    return Transaction.run(dataSource, userId, connection -> read(connection, userId));
  }

  private UserActivitySummary read(Connection connection, long userId) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean hasRows = statement.execute(script.forUser(userId));
      while (!hasRows) {
        hasRows = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        return Summaries.onlyRow(row);
      }
    }
  }
}
