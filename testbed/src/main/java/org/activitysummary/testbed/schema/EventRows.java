package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.activitysummary.testbed.event.Event;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes any events as COPY text, whatever characters they hold. */
final class EventRows {

  static final String COPY = "COPY events (id, user_id, type, metadata) FROM STDIN";

  private EventRows() {}

  static long copy(Connection connection, List<Event> events) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      text.append(event.id()).append('\t').append(event.userId()).append('\t');
      escape(event.type(), text);
      text.append('\t');
      if (event.metadata() == null) {
        text.append("\\N");
      } else {
        escape(event.metadata(), text);
      }
      text.append('\n');
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    copy.writeToCopy(bytes, 0, bytes.length);
    return copy.endCopy();
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
