package org.activitysummary.evaluation.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.schema.EventsSchema;

/** What is left in the database, counted. */
final class RowCounts {

  private RowCounts() {}

  /** Returns the rows of {@code events}. */
  static long events(EventsSchema schema) {
    try (Connection connection = schema.connectAsOwner();
        PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM events")) {
      return number(query);
    } catch (SQLException e) {
      throw new EvaluationException("The rows could not be counted: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the schemas of a run that are still there.
   *
   * @param run its id, with which their names end
   */
  static int schemas(Database database, String run) {
    try (Connection connection = database.connectAsOwner();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'activity_summary%' || ?")) {
      query.setString(1, run);
      return (int) number(query);
    } catch (SQLException e) {
      throw new EvaluationException("The schemas could not be counted: " + e.getMessage(), e);
    }
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
