package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.event.Event;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes any events as COPY text, whatever characters they hold. */
final class EventRows {

  static final String COPY = "COPY events (id, user_id, type, metadata) FROM STDIN";

  private EventRows() {}

  /** Adds rows to those there are. */
  static long copy(Connection connection, List<Event> events) throws SQLException {
    return copy(connection, events, EventRows::truncateIfEmpty);
  }

  /** Puts rows in place of those there are. */
  static long replace(Connection connection, List<Event> events) throws SQLException {
    return copy(connection, events, EventRows::truncate);
  }

  /** What happens to the table in the same transaction, before the rows come. */
  @FunctionalInterface
  private interface Preparation {
    void run(Connection connection) throws SQLException;
  }

  private static long copy(Connection connection, List<Event> events, Preparation preparation)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      preparation.run(connection);
      long rows = copyText(connection, text(events));
      connection.commit();
      return rows;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * Into a table truncated in the same transaction rows are only ever appended; elsewhere the
   * server puts a small row into room left on an earlier page.
   */
  private static void truncateIfEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT FROM events)")) {
      rows.next();
      if (!rows.getBoolean(1)) {
        truncate(connection);
      }
    }
  }

  private static void truncate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE events");
    }
  }

  private static long copyText(Connection connection, String text) throws SQLException {
    byte[] bytes = encoded(text);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    copy.writeToCopy(bytes, 0, bytes.length);
    return copy.endCopy();
  }

  private static String text(List<Event> events) {
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
    return text.toString();
  }

  /** The usual encoder would store a question mark in place of half a character. */
  private static byte[] encoded(CharSequence text) {
    try {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      throw new TestbedException(
          "Expected events of whole Unicode characters but one holds half a surrogate pair, which no"
              + " PostgreSQL stores; leave it out",
          e);
    }
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
