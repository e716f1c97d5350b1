package org.activitysummary.alternatives;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** Reads every row through a cursor, a batch at a time, and keeps only the ids. */
record CursorHashSetService(DataSource dataSource) implements UserActivityService {

  /** Rows a round trip; the driver uses a cursor because of it, and because of the transaction. */
  private static final int FETCH_SIZE = 1_000;

  private static final Script ROWS = Script.load("rows.sql");

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    return Transaction.run(dataSource, userId, connection -> read(connection, userId));
  }

  private static UserActivitySummary read(Connection connection, long userId) throws SQLException {
    Tally tally = new Tally();
    // One statement only: with a second one in its text the driver would fetch everything at once.
    try (PreparedStatement statement = connection.prepareStatement(ROWS.forUser(userId))) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery()) {
        tally.addAll(rows);
      }
    }
    return tally.summary();
  }
}
