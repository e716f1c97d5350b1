package org.activitysummary.evaluation.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.evidence.ForkPlans;
import org.activitysummary.evaluation.evidence.PlansInRounds;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.latency.LatencyPlan;
import org.activitysummary.evaluation.latency.LatencyPlanner;
import org.activitysummary.evaluation.latency.LatencyStage;
import org.activitysummary.evaluation.latency.Pilot;
import org.activitysummary.evaluation.latency.SavedPlan;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.resumption.CellStore;

/**
 * The timed calls: planned after a pilot, drawn once, and a second time where that is asked for.
 */
final class TimedForks {

  private final EvaluationOptions options;
  private final Pilot pilot;
  private final LatencyStage stage;
  private final Progress progress;
  private final CellStore cells;
  private final Breakdowns breakdowns;
  private List<ForkResult> first = List.of();
  private List<ForkResult> second = List.of();
  private LatencyPlan plan;

  TimedForks(
      EvaluationOptions options,
      Pilot pilot,
      LatencyStage stage,
      Progress progress,
      CellStore cells,
      Breakdowns breakdowns) {
    this.options = options;
    this.pilot = pilot;
    this.stage = stage;
    this.progress = progress;
    this.cells = cells;
    this.breakdowns = breakdowns;
  }

  /** Times these implementations, those excepted that break down in the pilot. */
  void time(List<String> implementations) {
    SavedPlan saved = cells.get("latency plan", SavedPlan.class, () -> planned(implementations));
    implementations.stream().filter(name -> !saved.times(name)).forEach(this::bookMissing);
    if (saved.forks().isEmpty()) {
      return;
    }
    plan = saved.plan();
    progress.note(
        "latency: %d forks in %d rounds, about %d s"
            .formatted(plan.forkCount(), plan.rounds(), plan.expectedDuration().toSeconds()));
    first = stage.run(plan);
  }

  /**
   * Times everything at some sizes once more.
   *
   * @param sizes that were timed before; at least one
   */
  void timeAgain(List<Integer> sizes) {
    second = stage.run(plan.only(sizes));
  }

  /** Forgets the first draw of those that broke down: a part would pass for the whole. */
  void putBrokenAside() {
    first = first.stream().filter(f -> !breakdowns.has(f.cell().arm().implementation())).toList();
  }

  /** Returns the plans of an implementation about one user, fork by fork. */
  PlansInRounds plans(String implementation, int size) {
    Map<String, ForkPlans> byFork = new LinkedHashMap<>();
    for (ForkResult fork : first) {
      Arm arm = fork.cell().arm();
      if (arm.equals(Arm.first(implementation)) && fork.cell().size() == size) {
        byFork.put("round " + fork.round(), fork.plans());
      }
    }
    return PlansInRounds.of(byFork);
  }

  /** Returns the first draw, in its order. */
  List<ForkResult> first() {
    return first;
  }

  /** Returns what was recorded of both draws. */
  List<RecordedFork> recorded() {
    return Stream.concat(
            first.stream().map(fork -> RecordedFork.of(fork, RecordedFork.FIRST_DRAW)),
            second.stream().map(fork -> RecordedFork.of(fork, RecordedFork.SECOND_DRAW)))
        .toList();
  }

  private SavedPlan planned(List<String> implementations) {
    Map<Cell, Duration> durations = pilot.run(implementations);
    if (durations.isEmpty()) {
      return new SavedPlan(0, List.of(), List.of());
    }
    List<UserActivityServiceProvider> unbroken =
        options.implementations().stream()
            .filter(i -> implementations.contains(i.name()) && !breakdowns.has(i.name()))
            .toList();
    return SavedPlan.of(new LatencyPlanner(options.profile(), unbroken).plan(durations));
  }

  /** What a continued run does not know of its first part is booked as what it was. */
  private void bookMissing(String implementation) {
    breakdowns.book(implementation, "it did not get through the pilot before the run was aborted");
  }
}
