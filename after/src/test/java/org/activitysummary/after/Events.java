package org.activitysummary.after;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.schema.EventsSchema;

/** The one table of this module's tests, on the server that they share. */
final class Events {

  private static final EventsSchema SCHEMA =
      EventsSchema.create(EmbeddedServer.shared(), "after_test");

  private static final ConnectionTarget FOREIGN =
      ForeignEvents.create(EmbeddedServer.shared(), SCHEMA.reader());

  private Events() {}

  static EventsSchema schema() {
    return SCHEMA;
  }

  /**
   * Stores rows in place of what was there.
   *
   * @return the rows in storage order, which is not always the order given: a small row may fill
   *     the room left on an earlier page
   */
  static List<Event> store(List<Event> rows) {
    SCHEMA.truncate();
    SCHEMA.insert(rows);
    List<Event> stored = new ArrayList<>();
    try (Connection connection = SCHEMA.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, user_id, type, metadata FROM events ORDER BY ctid")) {
      while (row.next()) {
        stored.add(new Event(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return stored;
  }

  /** Returns a pool of one connection as the role that may only read. */
  static HikariDataSource pool(boolean autoCommit) {
    return pool(SCHEMA.reader(), autoCommit);
  }

  /** Returns a pool like that, to which the rows seem to lie on another server. */
  static HikariDataSource poolOfCoordinator(boolean autoCommit) {
    return pool(FOREIGN, autoCommit);
  }

  private static HikariDataSource pool(ConnectionTarget target, boolean autoCommit) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(target.jdbcUrl());
    config.setDataSourceProperties(target.driverProperties());
    config.setMaximumPoolSize(1);
    config.setAutoCommit(autoCommit);
    return new HikariDataSource(config);
  }
}
