package org.activitysummary.evaluation.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.schema.EventsSchema;

/**
 * The rows as they lie. What was stored first decides among copies, and a large batch may put a
 * small row into room left on an earlier page; so the oracle is asked about these.
 */
final class StoredEvents {

  private StoredEvents() {}

  static List<Event> inOrder(EventsSchema schema) {
    List<Event> events = new ArrayList<>();
    try (Connection owner = schema.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, user_id, type, metadata::text FROM events ORDER BY ctid")) {
      while (rows.next()) {
        events.add(
            new Event(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
      }
      return events;
    } catch (SQLException e) {
      throw new EvaluationException("The stored rows could not be read back: " + e.getMessage(), e);
    }
  }
}
