package org.activitysummary.alternatives;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/** Sends one prepared statement and nothing else: the least that JDBC can do. */
record PreparedService(DataSource dataSource, Script script) implements UserActivityService {

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(script.prepared())) {
      statement.setLong(1, userId);
      try (ResultSet row = statement.executeQuery()) {
        return Summaries.onlyRow(row);
      }
    } catch (SQLException | RuntimeException e) {
      throw new UserActivityException(userId, e);
    }
  }
}
