package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/** A seeded schema that outlives the process that made it, until it is removed by name. */
public final class KeptSchema {

  /** How such a schema is told from everybody else's. */
  static final String COMMENT = "activity-summary: seeded, kept until removed";

  private KeptSchema() {}

  /**
   * Returns whether a target's database holds the rows that the target promises.
   *
   * @param target as written when the schema was kept
   */
  public static boolean holds(Target target) {
    ConnectionTarget reader = target.connection();
    try (Connection connection =
            DriverManager.getConnection(reader.jdbcUrl(), reader.driverProperties());
        PreparedStatement count =
            connection.prepareStatement("SELECT count(*) FROM events WHERE user_id = ?")) {
      for (SeededUser user : target.users()) {
        count.setLong(1, user.userId());
        try (ResultSet row = count.executeQuery()) {
          if (!row.next() || row.getLong(1) != user.rows()) {
            return false;
          }
        }
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Drops a kept schema and its reader.
   *
   * @param database where
   * @param name of the schema
   * @throws TestbedException if there is none, or it is somebody else's
   */
  public static void remove(Database database, String name) {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      requireKept(connection, name);
      connection.setAutoCommit(false);
      statement.execute("DROP SCHEMA %s CASCADE".formatted(name));
      statement.execute("DROP ROLE IF EXISTS %s".formatted(Reader.roleOf(name)));
      connection.commit();
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected to remove schema %s but: %s; see the server's log"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private static void requireKept(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        String comment = row.next() ? row.getString(1) : "no such schema";
        if (!COMMENT.equals(comment)) {
          throw new TestbedException(
              "Expected a schema %s with the comment \"%s\" but found %s; name one that was kept"
                  .formatted(name, COMMENT, comment == null ? "another" : comment));
        }
      }
    }
  }
}
