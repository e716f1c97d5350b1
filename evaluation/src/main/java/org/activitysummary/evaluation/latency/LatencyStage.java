package org.activitysummary.evaluation.latency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.testbed.schema.EventsSchema;

/** Carries out a {@link LatencyPlan}, round by round. */
public final class LatencyStage {

  /** At most one fork in so many is repeated. */
  private static final int FORKS_PER_REPEAT = 5;

  private final JmhFork forks;
  private final EventsSchema seeded;
  private final Progress progress;
  private final Breakdowns breakdowns;
  private final Consumer<String> afterEach;
  private final CellStore cells;
  private int repeats;
  private int draws;

  /**
   * Prepares to measure.
   *
   * @param target file with the reader's connection and the expected answers
   * @param seeded the schema it names, where an event comes and goes between rounds
   * @param directory for files that live as long as the stage
   * @param serverProcess the server on this machine, whose work is no noise; empty if hidden
   * @param progress told before each fork
   * @param breakdowns told of implementations whose fork failed; they are not measured further
   * @param afterEach told after each fork whose turn it was, while nothing is timed
   * @param cells where forks are kept
   */
  public LatencyStage(
      Path target,
      EventsSchema seeded,
      Path directory,
      OptionalLong serverProcess,
      Progress progress,
      Breakdowns breakdowns,
      Consumer<String> afterEach,
      CellStore cells) {
    this.forks = new JmhFork(target, directory, serverProcess);
    this.seeded = seeded;
    this.progress = progress;
    this.breakdowns = breakdowns;
    this.afterEach = afterEach;
    this.cells = cells;
  }

  /**
   * Returns the calls of every fork in the order they ran, none of implementations that broke down.
   */
  public List<ForkResult> run(LatencyPlan plan) {
    List<ForkResult> results = new ArrayList<>();
    repeats = plan.forkCount() / FORKS_PER_REPEAT;
    draws++;
    progress.start("latency", plan.expectedDurations());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Step step : plan.order(round)) {
        if (step instanceof Turns turns) {
          takeTurns(plan, round, turns, results);
        } else if (step instanceof Cell cell) {
          measure(plan, round, cell, results);
        }
      }
    }
    progress.end();
    results.removeIf(result -> breakdowns.has(result.cell().arm().implementation()));
    return results;
  }

  private void measure(LatencyPlan plan, int round, Cell cell, List<ForkResult> results) {
    if (breakdowns.has(cell.arm().implementation())) {
      progress.skip();
      return;
    }
    try {
      results.add(once(plan, round, cell, plan.fork(round, cell, results)));
    } catch (BenchmarkFailure e) {
      breakdowns.book(e.implementation(), e.getMessage());
    }
  }

  private void takeTurns(LatencyPlan plan, int round, Turns turns, List<ForkResult> results) {
    results.addAll(
        List.of(
            cells.step(
                progress,
                "round %d of %d, %s".formatted(round, plan.rounds(), turns),
                "latency %d, turns %d, %d".formatted(draws, turns.number(), turns.size()),
                ForkResult[].class,
                () -> inTurns(turns, plan.times(turns)))));
  }

  /** If one breaks down in its turn, the others take theirs once more. */
  private ForkResult[] inTurns(Turns turns, ForkPlan times) {
    Turns left = turns.without(breakdowns::has);
    if (left.arms().size() < 2) {
      return new ForkResult[0];
    }
    try {
      ForkResult[] calls = forks.run(left, times).toArray(ForkResult[]::new);
      left.implementations().forEach(afterEach);
      return calls;
    } catch (BenchmarkFailure e) {
      breakdowns.book(e.implementation(), e.getMessage());
      return inTurns(turns, times);
    }
  }

  private ForkResult once(LatencyPlan plan, int round, Cell cell, ForkPlan times) {
    String name =
        "latency %d, round %d, %s, %s, %d"
            .formatted(draws, round, cell.arm().implementation(), cell.arm().label(), cell.size());
    return cells.step(
        progress,
        "round %d of %d, %s".formatted(round, plan.rounds(), cell),
        name,
        ForkResult.class,
        () -> {
          ForkResult result = quieterOfTwo(plan, round, cell, times);
          afterEach.accept(cell.arm().implementation());
          return result;
        });
  }

  /**
   * Repeats a contaminated fork once, and keeps whichever of the two was disturbed less; where the
   * machine is always busy, repeating everything would only double the time.
   */
  private ForkResult quieterOfTwo(LatencyPlan plan, int round, Cell cell, ForkPlan times) {
    ForkResult first = fork(plan, round, cell, times);
    if (!first.noise().contaminated() || repeats == 0) {
      return first;
    }
    repeats--;
    ForkResult second = fork(plan, round, cell, times);
    boolean secondQuieter = second.noise().takenShare() < first.noise().takenShare();
    return (secondQuieter ? second : first).asRepeated();
  }

  private ForkResult fork(LatencyPlan plan, int round, Cell cell, ForkPlan times) {
    return plan.asksAboutFreshEvent(round, cell)
        ? forks.run(cell, round, times, seeded)
        : forks.run(cell, round, times);
  }
}
