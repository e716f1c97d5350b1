package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas that killed runs left on a server: they say in their comment that they are ours, belong
 * to the role we connect as, and the connection that held their {@link RunLock} is gone.
 */
final class AbandonedSchemas {

  private static final String OURS =
      """
      SELECT nspname FROM pg_namespace
      WHERE obj_description(oid, 'pg_namespace') = '%s'
        AND nspowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
        AND nspname ~ '^[a-z][a-z0-9_]*$'
      ORDER BY nspname
      """
          .formatted(EventsSchema.COMMENT);

  private static final String READER_IS_OURS =
      "SELECT true FROM pg_roles WHERE rolname = '%s' AND shobj_description(oid, 'pg_authid') = '%s'";

  private AbandonedSchemas() {}

  /**
   * Drops them with their readers, each wholly or not at all; those of live runs stay, and so does
   * what the server does not let us drop.
   *
   * @param connection as the owner, in autocommit mode
   * @return names of the schemas that were dropped
   * @throws SQLException if the connection fails
   */
  static List<String> drop(Connection connection) throws SQLException {
    List<String> dropped = new ArrayList<>();
    for (String schema : ours(connection)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        if (isTrue(statement, RunLock.TRY.formatted(schema))) {
          // Another sweep may have been faster.
          statement.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
          dropReader(statement, schema + EventsSchema.READER_SUFFIX);
          dropped.add(schema);
        }
        connection.commit();
      } catch (SQLException e) {
        // Somebody built upon it; a run must not fail because of that.
        connection.rollback();
        dropped.remove(schema);
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return dropped;
  }

  private static void dropReader(Statement statement, String role) throws SQLException {
    if (isTrue(statement, READER_IS_OURS.formatted(role, EventsSchema.COMMENT))) {
      statement.execute("DROP ROLE %s".formatted(role));
    }
  }

  private static List<String> ours(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OURS)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static boolean isTrue(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
