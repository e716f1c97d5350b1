package org.activitysummary.after;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Runs settings and a query together, and leaves nothing behind on the connection.
 *
 * <p>The settings are local to a transaction and reach the server with the query, in one message.
 * So they need no cooperation of the pool, and work through a proxy that lends a server connection
 * for one transaction.
 */
final class PassingTransaction {

  private PassingTransaction() {}

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Sets the parameters of a script. */
  @FunctionalInterface
  interface Parameters {
    void set(PreparedStatement script) throws SQLException;
  }

  /**
   * Returns what the reader makes of the query's only row.
   *
   * <p>A transaction that is open stays open, with its settings as they were.
   *
   * @param script {@code SET LOCAL} statements and then one query; the driver parses it once for
   *     each connection
   * @param parameters sets those of the query
   * @throws SQLException if the database fails; the connection is as before, if it still lives
   */
  static <T> T query(
      Connection connection, String script, Parameters parameters, RowReader<T> reader)
      throws SQLException {
    return connection.getAutoCommit()
        ? inOwnTransaction(connection, script, parameters, reader)
        : inOpenTransaction(connection, script, parameters, reader);
  }

  private static <T> T inOwnTransaction(
      Connection connection, String script, Parameters parameters, RowReader<T> reader)
      throws SQLException {
    connection.setAutoCommit(false);
    return run(
        connection,
        script,
        parameters,
        reader,
        () -> {
          connection.rollback();
          connection.setAutoCommit(true);
        });
  }

  private static <T> T inOpenTransaction(
      Connection connection, String script, Parameters parameters, RowReader<T> reader)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    return run(connection, script, parameters, reader, () -> connection.rollback(before));
  }

  private static <T> T run(
      Connection connection,
      String script,
      Parameters parameters,
      RowReader<T> reader,
      Restoration restoration)
      throws SQLException {
    T answer;
    try {
      answer = run(connection, script, parameters, reader);
    } catch (SQLException | RuntimeException e) {
      try {
        restoration.restore();
      } catch (SQLException broken) {
        e.addSuppressed(broken);
      }
      throw e;
    }
    restoration.restore();
    return answer;
  }

  private static <T> T run(
      Connection connection, String script, Parameters parameters, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(script)) {
      parameters.set(statement);
      boolean hasRows = statement.execute();
      while (!hasRows) {
        hasRows = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return reader.read(row);
      }
    }
  }

  /** Puts the connection back as it was. */
  @FunctionalInterface
  private interface Restoration {
    void restore() throws SQLException;
  }
}
