package org.activitysummary.evaluation.mixed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * How often a prepared statement of a connection was run with which kind of plan.
 *
 * @param statement as the server received it
 * @param genericPlans executions with the plan that is the same for every value
 * @param customPlans executions with a plan made for the value
 */
public record PreparedStatementUse(String statement, long genericPlans, long customPlans) {

  private static final String ALL =
      "SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements"
          + " ORDER BY prepare_time, name";

  /**
   * Returns the prepared statements of a pool's only connection, oldest first; none where the
   * server does not count plans (before PostgreSQL 14).
   */
  static List<PreparedStatementUse> of(DataSource poolOfOne) throws SQLException {
    List<PreparedStatementUse> all = new ArrayList<>();
    try (Connection connection = poolOfOne.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        all.add(
            new PreparedStatementUse(rows.getString(1).strip(), rows.getLong(2), rows.getLong(3)));
      }
    }
    return all;
  }
}
