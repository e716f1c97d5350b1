package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.RandomPassword;

/**
 * Who reads the table: a role made for it, or where the owner may make none, the owner itself in
 * transactions that only read.
 *
 * @param target how it connects
 * @param ownRole whether the role is ours, and may do nothing but read
 */
record Reader(ConnectionTarget target, boolean ownRole) {

  private static final String MAY_CREATE_ROLES =
      "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user";

  private static final String STATE =
      "SELECT current_user, current_setting('search_path'),"
          + " current_setting('transaction_read_only')";

  /**
   * Returns the reader that an owner can have; nothing is created yet.
   *
   * @throws TestbedException if a pooler needs a role that the owner may not create
   */
  static Reader of(Database database, Connection connection, ConnectionTarget owner)
      throws SQLException {
    if (mayCreateRoles(connection)) {
      return new Reader(
          database.reader(roleOf(owner.schema()), RandomPassword.create(), owner.schema()), true);
    }
    if (database.pooled()) {
      throw new TestbedException(
          ("Expected role %s to have CREATEROLE but it has not, and only a role of the run's own"
                  + " brings its search path through a pooler; have an administrator grant it (ALTER"
                  + " ROLE %s CREATEROLE), or leave out --pooler")
              .formatted(owner.user(), owner.user()));
    }
    return new Reader(owner.readOnly(SchemaCreation.STATEMENT_LIMIT), false);
  }

  /**
   * Connects once and proves that the reader sees the schema and only reads.
   *
   * @param schema the only one that may be on the search path
   * @throws TestbedException if it does not
   */
  void prove(String schema) {
    try (Connection connection =
            DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      row.next();
      String state =
          row.getString(1) + " in " + row.getString(2) + ", read-only " + row.getString(3);
      String expected = target.user() + " in " + schema + ", read-only on";
      if (!state.equals(expected)) {
        throw new TestbedException(
            "Expected connections to %s to be %s but found %s; something between changes them, so"
                    .formatted(target.jdbcUrl(), expected, state)
                + " name the server itself as --database, and a pooler as --pooler");
      }
    } catch (SQLException e) {
      throw new TestbedException(
          ("Expected role %s, made for this run, to log in at %s but: %s; a connection pooler finds"
                  + " its password with auth_query, and has to ignore the startup parameter"
                  + " extra_float_digits")
              .formatted(target.user(), target.jdbcUrl(), e.getMessage()),
          e);
    }
  }

  /** Returns the name of the role that reads a schema. */
  static String roleOf(String schema) {
    return schema + EventsSchema.READER_SUFFIX;
  }

  /** Returns who it is, as a phrase for a report. */
  String description() {
    return ownRole
        ? "a role of its own that may only select"
            + (target.schema().isEmpty() ? ", through a connection pooler" : "")
        : "the owner's role in read-only transactions, since it may not create roles";
  }

  private static boolean mayCreateRoles(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MAY_CREATE_ROLES)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
