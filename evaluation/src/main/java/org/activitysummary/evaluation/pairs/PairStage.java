package org.activitysummary.evaluation.pairs;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.pgbench.Pgbench;
import org.activitysummary.evaluation.planted.InProcessTimer;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Times a subject with one reference after the other: the two share a JVM, a pool of one connection
 * and its server process, and take turns with every call, there and back. What slows the machine
 * for longer than a call slows both, so the ratio is known far better than from processes that
 * follow each other; the times themselves lack the fresh processes of an evaluation. Garbage of one
 * may be collected during calls of the other, so nobody else is in the JVM meanwhile.
 */
public final class PairStage {

  /** How it is done, for reports. */
  public static final String METHOD =
      "two implementations in one JVM and on one connection, in turns with every call (A B B A);"
          + " ratio of the medians of rounds, paired by round";

  private static final double NANOS_PER_MILLI = 1e6;

  /** There and back once. */
  private static final int CALLS = 2;

  /** Fewer rounds have no useful interval, however long they take. */
  private static final int FEWEST_ROUNDS = 10;

  /** The interval is narrow by then, however short the calls are. */
  private static final int MOST_ROUNDS = 2_000;

  /** A prepared statement of the driver's is settled after ten executions. */
  private static final int WARMUP_CALLS = 12;

  /** Where the server needs little time, the JVM's compilers matter. */
  private static final int WARMUP_CALLS_ABOUT_SMALL = 600;

  private static final int SMALL_USER = 1_000;

  private final Target target;
  private final Duration limit;
  private final Progress progress;
  private final Pgbench pgbench;

  /**
   * Prepares to compare.
   *
   * @param target a seeded database
   * @param limit how long to time a pair, {@value #FEWEST_ROUNDS} rounds excepted; fixes the number
   *     of rounds before the first
   * @param progress told of each pair
   * @param pgbench held against small users when it is asked for; null if there is none
   */
  public PairStage(Target target, Duration limit, Progress progress, Pgbench pgbench) {
    this.pgbench = pgbench;
    this.target = target;
    this.limit = limit;
    this.progress = progress;
  }

  /**
   * Returns the subject beside each reference, about each user; beside {@value PgbenchTurns#NAME}
   * only about small ones, if it is there.
   */
  public List<PairFinding> compare(String subject, List<String> references) {
    List<PairFinding> findings = new ArrayList<>();
    progress.start("pairs", target.users().size() * references.size());
    for (SeededUser user : target.users()) {
      for (String reference : references) {
        progress.step("%s and %s at %,d events".formatted(subject, reference, user.size()));
        if (!reference.equals(PgbenchTurns.NAME)) {
          findings.add(compare(subject, reference, user));
        } else if (pgbench != null && user.size() < SMALL_USER) {
          findings.add(compareWithPgbench(subject, user));
        }
      }
    }
    progress.end();
    List<Comparison> corrected =
        Comparisons.corrected(findings.stream().map(PairFinding::comparison).toList());
    return IntStream.range(0, findings.size())
        .mapToObj(i -> findings.get(i).with(corrected.get(i)))
        .toList();
  }

  private PairFinding compareWithPgbench(String subject, SeededUser user) {
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      UserActivityService service = Implementations.named(subject).create(pool);
      UserActivityService same = Implementations.named(PgbenchTurns.SAME_STATEMENT).create(pool);
      boolean subjectExact = isRight(service, user);
      List<ForkResult> rounds =
          new PgbenchTurns(target, pgbench).time(subject, user, limit, PairStage::rounds);
      return finding(
          user.size(),
          rounds,
          subject,
          PgbenchTurns.NAME,
          subjectExact && isRight(service, user),
          isRight(same, user));
    }
  }

  private PairFinding compare(String subject, String reference, SeededUser user) {
    Map<String, UserActivityService> services = new LinkedHashMap<>();
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      for (String name : List.of(subject, reference)) {
        services.put(name, Implementations.named(name).create(pool));
      }
      boolean subjectExact = isRight(services.get(subject), user);
      boolean referenceExact = isRight(services.get(reference), user);
      List<ForkResult> rounds =
          InProcessTimer.time(services, user, 0, rounds(services, user), CALLS);
      return finding(
          user.size(),
          rounds,
          subject,
          reference,
          subjectExact && isRight(services.get(subject), user),
          referenceExact && isRight(services.get(reference), user));
    }
  }

  private static boolean isRight(UserActivityService service, SeededUser user) {
    return service.fetchUserActivitySummary(user.userId()).equals(user.expected());
  }

  /** Warms up, and returns how many rounds fit into the time. */
  private int rounds(Map<String, UserActivityService> services, SeededUser user) {
    int warmup = user.size() < SMALL_USER ? WARMUP_CALLS_ABOUT_SMALL : WARMUP_CALLS;
    double nanos = 0;
    for (ForkResult pilot : InProcessTimer.time(services, user, warmup, 1, CALLS)) {
      nanos += LatencySample.of(pilot.nanos()).median() * CALLS;
    }
    return rounds(limit, Math.round(nanos));
  }

  private static int rounds(Duration limit, long nanosOfOne) {
    return Math.toIntExact(
        Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, limit.toNanos() / Math.max(1, nanosOfOne))));
  }

  private static PairFinding finding(
      int size,
      List<ForkResult> rounds,
      String subject,
      String reference,
      boolean subjectExact,
      boolean referenceExact) {
    Comparison comparison =
        new Comparisons(rounds, List.of())
            .of(subject, reference).stream()
                .filter(c -> c.quantity().equals(Comparison.LATENCY_P50))
                .findFirst()
                .orElseThrow();
    Optional<Goal> goal = Goal.of(size, reference);
    return new PairFinding(
        rounds.get(0).nanos().length,
        subjectExact,
        referenceExact,
        medianMillis(subject, rounds),
        medianMillis(reference, rounds),
        comparison,
        goal.map(Goal::atMost).orElse(null),
        goal.map(g -> g.judge(comparison)).orElse(null));
  }

  private static double medianMillis(String name, List<ForkResult> rounds) {
    return LatencySample.pooled(
                rounds.stream()
                    .filter(r -> r.cell().arm().implementation().equals(name))
                    .map(r -> LatencySample.of(r.nanos()))
                    .toList())
            .median()
        / NANOS_PER_MILLI;
  }
}
