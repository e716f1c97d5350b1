package org.activitysummary.evaluation.caller;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.testbed.target.Target;

/**
 * Lets callers come at a fixed average rate, whatever the answers take, and prints one line with
 * what happened, and another with the latencies when it is asked for them.
 */
public final class LoadMain {

  private LoadMain() {}

  /**
   * Runs once.
   *
   * @param arguments target file, implementation, {@code constant} or {@code poisson}, calls per
   *     second, callers, seconds, seed, connections
   * @throws IOException if standard input breaks
   * @throws InterruptedException if interrupted while callers are at work
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Conversation conversation = Conversation.begin();
    Target target = Target.read(Path.of(arguments[0]));
    int callers = Integer.parseInt(arguments[4]);
    ArrivalSchedule schedule =
        ArrivalSchedule.of(
            arguments[2].equals("poisson"),
            Double.parseDouble(arguments[3]),
            Duration.ofMillis(Math.round(1000 * Double.parseDouble(arguments[5]))),
            target.users(),
            Long.parseLong(arguments[6]));
    PoolWatch waits = new PoolWatch();
    HikariConfig config =
        ReaderPool.config(target.connection(), Integer.parseInt(arguments[7]), new Properties());
    config.setMetricsTrackerFactory(waits.factory());
    try (HikariDataSource pool = new HikariDataSource(config)) {
      conversation.say("ready backend=0");
      conversation.next();
      LoadRun run =
          new LoadRun(Implementations.named(arguments[1]).create(pool), schedule, callers);
      conversation.say(run.run() + " " + waits.words());
      if (conversation.next() != null) {
        conversation.say(run.latencies());
        conversation.next();
      }
    }
  }
}
