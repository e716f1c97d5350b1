package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a freshly loaded table into the state of one that has been read for long. */
final class CacheWarming {

  private CacheWarming() {}

  static void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (FREEZE, ANALYZE) events");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // pg_prewarm would do, were it not an extension, which the schema may not have.
      statement.execute("SET LOCAL max_parallel_workers_per_gather = 0");
      statement.execute("SELECT count(*) FROM events");
      statement.execute("SET LOCAL enable_seqscan = off");
      statement.execute("SET LOCAL enable_bitmapscan = off");
      statement.execute("SELECT count(user_id) FROM events WHERE user_id >= -9223372036854775808");
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
