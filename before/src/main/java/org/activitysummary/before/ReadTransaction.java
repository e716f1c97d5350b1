package org.activitysummary.before;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction whose settings end with it; closing rolls back and restores the commit mode.
 *
 * @param connection in the transaction
 * @param autoCommit the commit mode to restore
 */
record ReadTransaction(Connection connection, boolean autoCommit) implements AutoCloseable {

  static ReadTransaction begin(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    return new ReadTransaction(connection, autoCommit);
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(autoCommit);
  }
}
