package org.activitysummary.evaluation.caller;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;
import org.postgresql.PGConnection;

/**
 * Makes calls when a line on standard input says so, and answers each line with one on standard
 * output; ends when standard input does.
 *
 * <table>
 *   <caption>The conversation</caption>
 *   <tr><td>(start)</td><td>{@code ready backend=PID}</td></tr>
 *   <tr><td>{@code call N}</td><td>{@code done} with the traffic of N calls</td></tr>
 *   <tr><td>{@code cost N}</td><td>{@code done} with allocation and processor time of N calls</td></tr>
 * </table>
 */
public final class CallerMain {

  private final CallLoop loop;

  private CallerMain(CallLoop loop) {
    this.loop = loop;
  }

  /**
   * Serves until standard input ends.
   *
   * @param arguments target file, implementation, size
   * @throws IOException if standard input breaks
   * @throws SQLException if the database cannot be reached
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Conversation conversation = Conversation.begin();
    Target target = Target.read(Path.of(arguments[0]));
    SeededUser user = target.user(Integer.parseInt(arguments[2]));
    Properties counting = new Properties();
    counting.setProperty("socketFactory", CountingSocketFactory.class.getName());
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1, counting)) {
      CallLoop loop = new CallLoop(Implementations.named(arguments[1]), pool, user);
      conversation.say("ready backend=" + backendProcessId(pool));
      new CallerMain(loop).serve(conversation);
    }
  }

  private static int backendProcessId(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return connection.unwrap(PGConnection.class).getBackendPID();
    }
  }

  private void serve(Conversation conversation) throws IOException {
    for (String line = conversation.next(); line != null; line = conversation.next()) {
      conversation.say(answer(line));
    }
  }

  private String answer(String line) {
    int space = line.indexOf(' ');
    int calls = Integer.parseInt(line.substring(space + 1));
    return switch (line.substring(0, space)) {
      case "call" -> loop.call(calls);
      case "cost" -> ProcessCost.of(loop, calls);
      default -> throw new IllegalArgumentException("Unknown command: " + line);
    };
  }
}
