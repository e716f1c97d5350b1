package org.activitysummary.alternatives;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivitySummary;

/** Work on a connection of its own, in a transaction whose settings end with it. */
@FunctionalInterface
interface Transaction {

  /** Reads the summary; the caller ends the transaction. */
  UserActivitySummary read(Connection connection) throws SQLException;

  /**
   * Returns what the work reads, and gives the connection back as it was.
   *
   * @throws UserActivityException if the database fails in any way
   */
  static UserActivitySummary run(DataSource dataSource, long userId, Transaction work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        return work.read(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException | RuntimeException e) {
      throw new UserActivityException(userId, e);
    }
  }
}
