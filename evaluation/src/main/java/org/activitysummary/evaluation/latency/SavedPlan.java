package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link LatencyPlan} in a form that can be kept: a run that is continued measures as long as it
 * first meant to, not as long as a second pilot would suggest.
 *
 * @param rounds of the plan
 * @param forks in the order of the first round
 * @param turns as planned
 */
public record SavedPlan(int rounds, List<Fork> forks, List<SavedTurns> turns) {

  /**
   * One fork of a round.
   *
   * @param cell what it measures
   * @param warmupNanos before anything is recorded
   * @param measuringNanos while calls are recorded
   * @param shortestNanos measuring, however few calls are wanted
   * @param calls wanted; 0 where the time alone decides
   */
  public record Fork(
      Cell cell, long warmupNanos, long measuringNanos, long shortestNanos, int calls) {}

  /**
   * Who takes turns about the user of one size.
   *
   * @param size rows of the seeded user
   * @param arms who takes part
   * @param forks in all rounds
   * @param warmupNanos of each
   * @param measuringNanos of each
   */
  public record SavedTurns(
      int size, List<Arm> arms, int forks, long warmupNanos, long measuringNanos) {}

  /** Returns the form of a plan that can be kept. */
  public static SavedPlan of(LatencyPlan plan) {
    return new SavedPlan(
        plan.rounds(),
        plan.forks().entrySet().stream()
            .map(
                fork ->
                    new Fork(
                        fork.getKey(),
                        fork.getValue().warmup().toNanos(),
                        fork.getValue().measuring().toNanos(),
                        fork.getValue().shortest().toNanos(),
                        fork.getValue().calls()))
            .toList(),
        plan.turns().stream()
            .map(
                t ->
                    new SavedTurns(
                        t.size(),
                        t.arms(),
                        t.forks(),
                        t.warmup().toNanos(),
                        t.measuring().toNanos()))
            .toList());
  }

  /** Returns whether the plan times an implementation. */
  public boolean times(String implementation) {
    return forks.stream().anyMatch(f -> f.cell().arm().implementation().equals(implementation));
  }

  /** Returns the plan. */
  public LatencyPlan plan() {
    Map<Cell, ForkPlan> plans = new LinkedHashMap<>();
    for (Fork fork : forks) {
      plans.put(
          fork.cell(),
          new ForkPlan(
              Duration.ofNanos(fork.warmupNanos()),
              Duration.ofNanos(fork.measuringNanos()),
              Duration.ofNanos(fork.shortestNanos()),
              fork.calls()));
    }
    return new LatencyPlan(
        rounds,
        plans,
        turns.stream()
            .map(
                t ->
                    new TurnPlan(
                        t.size(),
                        t.arms(),
                        t.forks(),
                        Duration.ofNanos(t.warmupNanos()),
                        Duration.ofNanos(t.measuringNanos())))
            .toList());
  }
}
