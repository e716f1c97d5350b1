package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;

/**
 * A connection as the owner of a schema, which finds {@code events} nowhere else; what the server
 * refuses names the schema and what was wanted of it.
 */
final class OwnerSession implements AutoCloseable {

  private final ConnectionTarget owner;
  private final Connection connection;

  private OwnerSession(ConnectionTarget owner, Connection connection) {
    this.owner = owner;
    this.connection = connection;
  }

  /**
   * Returns a new session.
   *
   * @throws SQLException if the server refuses the connection
   * @throws TestbedException if a pooler dropped the search path
   */
  static OwnerSession open(ConnectionTarget owner) throws SQLException {
    return new OwnerSession(owner, connect(owner));
  }

  /** Returns a connection of its own, in autocommit mode, with the schema as search path. */
  static Connection connect(ConnectionTarget owner) throws SQLException {
    Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.driverProperties());
    try {
      SchemaCreation.requireSearchPath(connection, owner);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  ConnectionTarget owner() {
    return owner;
  }

  Connection connection() {
    return connection;
  }

  boolean execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  /** One thing that is wanted of the server. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws SQLException;
  }

  /**
   * Returns what a step returns.
   *
   * @param what is wanted, as in "Expected to ..."
   * @throws TestbedException if the server refuses
   */
  <T> T doing(String what, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected to %s in schema %s of %s but: %s"
              .formatted(what, owner.schema(), owner.jdbcUrl(), e.getMessage()),
          e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
