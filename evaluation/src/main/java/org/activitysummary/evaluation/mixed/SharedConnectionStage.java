package org.activitysummary.evaluation.mixed;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Asks about users of all sizes by turns through a pool of one connection, and about the smallest
 * user on a connection of its own beside it: right after the same calls about the others, and while
 * nobody else is served. The first comparison shows what sharing the connection costs, such as a
 * plan made for somebody else; the second also what it costs that others used processor and caches.
 */
final class SharedConnectionStage {

  /** On the connection that serves all. */
  static final String SHARED = "shared connection";

  /** On a connection of its own, between calls about others on the shared one. */
  static final String OWN = "own connection meanwhile";

  /** On that connection, while nobody else is served. */
  static final String ALONE = "own connection, alone";

  /** A prepared statement of the driver's is settled after ten executions. */
  private static final int WARMUP_TURNS = 12;

  private final Target target;
  private final PlanWatch plans;
  private final int rounds;
  private final int turns;
  private final Progress progress;

  /**
   * Prepares to ask.
   *
   * @param target with users of at least two sizes
   * @param plans for the evidence of plans
   * @param rounds of which each gives a P50 and a P99
   * @param turns calls about the smallest user in each of the three situations of a round
   * @param progress told of each round
   */
  SharedConnectionStage(Target target, PlanWatch plans, int rounds, int turns, Progress progress) {
    this.target = target;
    this.plans = plans;
    this.rounds = rounds;
    this.turns = turns;
    this.progress = progress;
  }

  /** Returns what an implementation makes of it. */
  SharedConnectionFinding ask(String implementation) {
    UserActivityServiceProvider provider = Implementations.named(implementation);
    List<SeededUser> users =
        target.users().stream().sorted(Comparator.comparing(SeededUser::size)).toList();
    progress.start("mixed users, " + implementation, rounds + 1);
    try (HikariDataSource shared = ReaderPool.open(target.connection(), 1);
        HikariDataSource own = ReaderPool.open(target.connection(), 1)) {
      Turns asked =
          new Turns(
              new AnsweredCalls(provider, shared),
              new AnsweredCalls(provider, own),
              users.get(0),
              users.subList(1, users.size()));
      asked.together(WARMUP_TURNS);
      asked.alone(WARMUP_TURNS);
      List<PreparedStatementUse> before = PreparedStatementUse.of(shared);
      List<ForkResult> timed = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        progress.step("round %d of %d".formatted(round, rounds));
        timed.addAll(round(asked, round));
      }
      List<PreparedStatementUse> after = PreparedStatementUse.of(shared);
      progress.step("plans");
      PlanEvidence seen = plans.watch(provider, asked.order(turns));
      progress.end();
      return finding(implementation, asked, timed, seen, before, after);
    } catch (SQLException e) {
      throw new EvaluationException(
          "Expected to read pg_prepared_statements but: %s; use PostgreSQL 14 or newer"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Who comes first changes from round to round. */
  private List<ForkResult> round(Turns asked, int round) {
    if (round % 2 == 1) {
      long[] alone = asked.alone(turns);
      return results(asked, round, asked.together(turns), alone);
    }
    Turns.Together together = asked.together(turns);
    return results(asked, round, together, asked.alone(turns));
  }

  private static List<ForkResult> results(
      Turns asked, int round, Turns.Together together, long[] alone) {
    int size = asked.small().size();
    return List.of(
        result(SHARED, size, round, together.shared()),
        result(OWN, size, round, together.own()),
        result(ALONE, size, round, alone));
  }

  private static ForkResult result(String situation, int size, int round, long[] nanos) {
    return new ForkResult(new Cell(Arm.first(situation), size), round, nanos, null, null, false);
  }

  private static SharedConnectionFinding finding(
      String implementation,
      Turns asked,
      List<ForkResult> timed,
      PlanEvidence seen,
      List<PreparedStatementUse> before,
      List<PreparedStatementUse> after) {
    Comparisons comparisons = new Comparisons(timed, List.of());
    List<Comparison> found =
        Stream.of(OWN, ALONE).flatMap(other -> comparisons.of(SHARED, other).stream()).toList();
    return new SharedConnectionFinding(
        implementation,
        asked.small().size(),
        asked.others().stream().map(SeededUser::size).toList(),
        asked.calls(),
        asked.wrong() + seen.wrong(),
        Stream.of(SHARED, OWN, ALONE).map(what -> Times.of(what, samples(what, timed))).toList(),
        Comparisons.corrected(found),
        seen,
        before,
        after);
  }

  private static List<LatencySample> samples(String situation, List<ForkResult> timed) {
    return timed.stream()
        .filter(t -> t.cell().arm().implementation().equals(situation))
        .map(t -> LatencySample.of(t.nanos()))
        .toList();
  }
}
