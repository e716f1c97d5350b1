package org.activitysummary.evaluation.process;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.activitysummary.testbed.database.Database;

/**
 * Bytes of temporary files that a database's statements wrote, from {@code pg_stat_database}.
 *
 * <p>A backend hands its counters over at the latest when it ends, so read after that.
 */
final class TempFileUse {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Database database;

  TempFileUse(Database database) {
    this.database = database;
  }

  /**
   * Returns the bytes written so far.
   *
   * @param endedBackend a backend that is about to end, waited for; 0 for none
   */
  long bytes(long endedBackend) throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      Instant giveUp = Instant.now().plus(PATIENCE);
      while (isAlive(statement, endedBackend) && Instant.now().isBefore(giveUp)) {
        sleep();
      }
      return number(
          statement, "SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()");
    }
  }

  private static boolean isAlive(Statement statement, long backend) throws SQLException {
    return number(statement, "SELECT count(*) FROM pg_stat_activity WHERE pid = " + backend) > 0;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
