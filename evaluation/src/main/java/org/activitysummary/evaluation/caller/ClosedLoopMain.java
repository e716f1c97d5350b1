package org.activitysummary.evaluation.caller;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.testbed.target.Target;

/**
 * The process of callers that call again as soon as they are answered: each line on standard input
 * is a round, a number of passes through the users and a seed; each line on standard output what
 * happened, a {@link ClosedLoop.Round} as JSON.
 */
public final class ClosedLoopMain {

  /** Said once the pool is full and every connection has been used. */
  public static final String READY = "ready";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClosedLoopMain() {}

  /**
   * Answers until standard input ends.
   *
   * @param arguments target file, implementation, callers, each with a connection
   * @throws IOException if standard input breaks
   * @throws InterruptedException if interrupted while callers are at work
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Conversation conversation = Conversation.begin();
    Target target = Target.read(Path.of(arguments[0]));
    int callers = Integer.parseInt(arguments[2]);
    try (HikariDataSource pool = ReaderPool.open(target.connection(), callers)) {
      ClosedLoop loop =
          new ClosedLoop(Implementations.named(arguments[1]).create(pool), target.users(), callers);
      loop.warmUp();
      conversation.say(READY);
      for (String line = conversation.next(); line != null; line = conversation.next()) {
        String[] round = line.split(" ");
        ClosedLoop.Round happened = loop.run(Integer.parseInt(round[0]), Long.parseLong(round[1]));
        reportCounts(pool, callers);
        conversation.say(JSON.writeValueAsString(happened));
      }
    }
  }

  /** Has every server process add what it counted to the statistics that others can read. */
  private static void reportCounts(HikariDataSource pool, int connections) {
    List<Connection> borrowed = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        borrowed.add(pool.getConnection());
        try (Statement statement = borrowed.get(i).createStatement()) {
          statement.execute("SELECT pg_stat_force_next_flush()");
        }
      }
    } catch (SQLException e) {
      // Before PostgreSQL 15 they report when it suits them, and count no workers anyway.
    }
    for (Connection connection : borrowed) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The next round will show a pool that lost a connection.
      }
    }
  }
}
