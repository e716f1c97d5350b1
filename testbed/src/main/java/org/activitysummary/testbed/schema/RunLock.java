package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.database.ConnectionTarget;

/**
 * A lock on the server that is held as long as the run that made a schema lives, however it ends:
 * the server releases it with the connection.
 *
 * <p>It belongs to an open transaction, so that a pooler that lends connections for a transaction
 * keeps this one for us. The transaction reads nothing and so holds up no vacuum.
 */
final class RunLock implements AutoCloseable {

  /** Tells our locks from those of other programs; the other half is a hash of the name. */
  static final int SPACE = 0x61637473;

  /** Whoever has the lock of a schema may drop it. Takes the schema's name. */
  static final String TRY = "SELECT pg_try_advisory_xact_lock(" + SPACE + ", hashtext('%s'))";

  private static final String SCHEMA_EXISTS = "42P06";

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the lock of a schema that is about to be made.
   *
   * @throws SQLException if the server refuses, or another run holds the lock
   */
  static RunLock take(ConnectionTarget owner) throws SQLException {
    Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.driverProperties());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      try (ResultSet row = statement.executeQuery(TRY.formatted(owner.schema()))) {
        row.next();
        if (!row.getBoolean(1)) {
          throw new SQLException(
              "schema \"%s\" already exists, and its run lives".formatted(owner.schema()),
              SCHEMA_EXISTS);
        }
      }
      return new RunLock(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      // Released when this returns; a closed connection ends on the server a moment later.
      connection.rollback();
    }
  }
}
