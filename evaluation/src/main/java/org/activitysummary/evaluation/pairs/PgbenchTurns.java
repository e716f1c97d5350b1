package org.activitysummary.evaluation.pairs;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.pgbench.Pgbench;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Times a subject in this JVM and the plainest right statement in {@code pgbench}, in turns of
 * whole blocks (A B B A), since a program cannot take turns with every call. Both get a new
 * connection for each block, and of both the first {@value #SETTLING} calls of a block do not
 * count: they prepare the statement and fill the session's caches.
 */
final class PgbenchTurns {

  /** What the yardstick is called. */
  static final String NAME = "pgbench";

  /** Asks the same statement through the driver, and so tells whether it is right. */
  static final String SAME_STATEMENT = "prepared-distinct-on";

  static final int SETTLING = 100;
  static final int COUNTED = 200;

  /** Further transactions, since the log may not tell when the last ones ended. */
  private static final int SPARE = 100;

  private static final String STATEMENT = "/org/activitysummary/alternatives/distinct-on.sql";

  /** The JVM's compilers are done by then. */
  private static final int WARMUP_BLOCKS = 3;

  private final Target target;
  private final Pgbench pgbench;

  PgbenchTurns(Target target, Pgbench pgbench) {
    this.target = target;
    this.pgbench = pgbench;
  }

  /** Returns the statement with the user as {@code pgbench} names variables. */
  static String sql() {
    try (InputStream in = PgbenchTurns.class.getResourceAsStream(STATEMENT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":'user_id'", ":user_id");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns one result for each of the two and each round.
   *
   * @param limit how long all rounds may take, the fewest excepted
   */
  List<ForkResult> time(String subject, SeededUser user, Duration limit, Rounds rounds) {
    for (int i = 0; i < WARMUP_BLOCKS; i++) {
      subjectBlock(subject, user);
    }
    long start = System.nanoTime();
    round(0, subject, user);
    int count = rounds.within(limit, System.nanoTime() - start);
    List<ForkResult> results = new ArrayList<>();
    for (int round = 1; round <= count; round++) {
      results.addAll(round(round, subject, user));
    }
    return results;
  }

  private List<ForkResult> round(int round, String subject, SeededUser user) {
    long[] first = subjectBlock(subject, user);
    long[] second = pgbenchBlock(user);
    long[] third = pgbenchBlock(user);
    long[] fourth = subjectBlock(subject, user);
    return List.of(
        result(subject, user, round, first, fourth), result(NAME, user, round, second, third));
  }

  private long[] subjectBlock(String subject, SeededUser user) {
    long[] nanos = new long[SETTLING + COUNTED];
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      UserActivityService service = Implementations.named(subject).create(pool);
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        service.fetchUserActivitySummary(user.userId());
        nanos[i] = System.nanoTime() - start;
      }
    }
    return counted(nanos);
  }

  private long[] pgbenchBlock(SeededUser user) {
    return counted(pgbench.time(user.userId(), SETTLING + COUNTED + SPARE));
  }

  private static long[] counted(long[] nanos) {
    return Arrays.copyOfRange(nanos, SETTLING, Math.min(nanos.length, SETTLING + COUNTED));
  }

  private static ForkResult result(
      String name, SeededUser user, int round, long[] block, long[] other) {
    long[] both = Arrays.copyOf(block, block.length + other.length);
    System.arraycopy(other, 0, both, block.length, other.length);
    return new ForkResult(new Cell(Arm.first(name), user.size()), round, both, null, null, false);
  }

  /** Decides before the first round how many there are. */
  interface Rounds {
    int within(Duration limit, long nanosOfOne);
  }
}
