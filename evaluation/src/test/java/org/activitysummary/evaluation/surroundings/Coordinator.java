package org.activitysummary.evaluation.surroundings;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.database.ConnectionTarget;

/**
 * What the server in front of the others plans.
 *
 * @param target how to connect to it
 */
record Coordinator(ConnectionTarget target) {

  /**
   * Returns whether a server is sent the aggregation, not just the question for rows.
   *
   * @param partitionwise {@code enable_partitionwise_aggregate}
   */
  boolean handsOver(String query, String partitionwise) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_partitionwise_aggregate = " + partitionwise);
      try (ResultSet row = statement.executeQuery("EXPLAIN (VERBOSE, COSTS OFF) " + query)) {
        while (row.next()) {
          if (row.getString(1).strip().startsWith("Relations: Aggregate on ")) {
            return true;
          }
        }
        return false;
      }
    }
  }
}
