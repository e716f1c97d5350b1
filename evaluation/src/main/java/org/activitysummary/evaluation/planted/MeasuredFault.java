package org.activitysummary.evaluation.planted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.latency.LatencyFigures;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadPlan;
import org.activitysummary.evaluation.load.LoadStage;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.process.CallerFlags;
import org.activitysummary.evaluation.process.ProcessCosts;
import org.activitysummary.evaluation.process.ProcessPlan;
import org.activitysummary.evaluation.process.ProcessStage;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.SeededUser;

/** Adds to the answers of a fault what must be measured of it, while nothing else runs. */
final class MeasuredFault {

  private static final Duration LATENCY_LIMIT = Duration.ofMillis(200);
  private static final ProcessPlan PROCESSES = new ProcessPlan(1, 8, 8, CallerFlags.ALL);
  private static final int HEAP_MEGABYTES = 256;

  /** Three hundred calls: more than P99 takes, and callers meet at once. */
  private static final Duration LOAD = Duration.ofMillis(750);

  private static final String NEEDS_OWN_TIMES = "latency-target";
  private static final Set<String> NEED_TIMES = Set.of(NEEDS_OWN_TIMES, "performance-benchmark");
  private static final Set<String> NEED_MEMORY = Set.of("scalability");
  private static final Set<String> NEED_LOAD = Set.of("load");

  private final Database database;
  private final Dataset dataset;
  private final ProofLane lane;
  private final LookPlan looks;
  private final boolean thorough;

  /**
   * Prepares to measure.
   *
   * @param lane that nobody works in meanwhile
   * @param looks of the judged P99
   * @param thorough whether every check gets its evidence
   */
  MeasuredFault(
      Database database, Dataset dataset, ProofLane lane, LookPlan looks, boolean thorough) {
    this.database = database;
    this.dataset = dataset;
    this.lane = lane;
    this.looks = looks;
    this.thorough = thorough;
  }

  /** Returns whether there is something to measure of a fault, if its answers are right. */
  static boolean wants(PlantedFault fault, boolean thorough) {
    return thorough
        || Stream.of(NEED_TIMES, NEED_MEMORY, NEED_LOAD)
            .anyMatch(owners -> owners.contains(fault.owner()));
  }

  /** Returns all that the checks are told of a fault; one that answers wrongly is not measured. */
  Evidence evidence(PlantedFault fault, ProofLane.Answers answers) {
    boolean right = answers.conformance().passed();
    List<ForkResult> times = right && wanted(fault, NEED_TIMES) ? times(fault) : List.of();
    List<Measurement> measurements = right ? measurements(fault, times) : List.of();
    return new Evidence(
        dataset.users().stream().map(SeededUser::size).toList(),
        Map.of(fault.name(), answers.conformance()),
        measurements,
        comparisons(fault, times, measurements),
        answers.watches(),
        new SetupTeardown(
            dataset.fingerprint(), dataset.fingerprint(), dataset.rows(), dataset.rows(), 0),
        right && wanted(fault, NEED_LOAD) ? Map.of(fault.name(), load(fault)) : Map.of(),
        null);
  }

  /** A limit is held against the times of one implementation; only ratios need the other. */
  private List<ForkResult> times(PlantedFault fault) {
    InProcessTimer timer = new InProcessTimer(lane.target());
    return !thorough && fault.owner().equals(NEEDS_OWN_TIMES)
        ? timer.timeAgainstLimit(fault.name())
        : timer.time(List.of(fault.name(), PlantedFault.BASE));
  }

  private boolean wanted(PlantedFault fault, Set<String> owners) {
    return thorough || owners.contains(fault.owner());
  }

  private List<Measurement> measurements(PlantedFault fault, List<ForkResult> times) {
    List<Measurement> measurements = new ArrayList<>();
    for (SeededUser user : dataset.users()) {
      Cell cell = new Cell(Arm.first(fault.name()), user.size());
      List<ForkResult> forks = times.stream().filter(t -> t.cell().equals(cell)).toList();
      ProcessCosts costs =
          wanted(fault, NEED_MEMORY)
              ? new ProcessStage(database, lane.targetFile())
                  .measure(fault.name(), user.size(), PROCESSES)
              : null;
      measurements.add(
          new Measurement(
              fault.name(),
              user.size(),
              forks.isEmpty() ? null : LatencyFigures.of(forks, LATENCY_LIMIT.toNanos(), looks),
              costs == null ? null : costs.memory(),
              costs == null ? null : costs.network(),
              costs == null ? null : costs.cpu(),
              costs == null ? null : costs.server()));
    }
    return measurements;
  }

  private static List<Comparison> comparisons(
      PlantedFault fault, List<ForkResult> times, List<Measurement> measurements) {
    return times.isEmpty()
        ? List.of()
        : new Comparisons(times, measurements).of(fault.name(), PlantedFault.BASE);
  }

  private LoadOutcome load(PlantedFault fault) {
    return new LoadStage(lane.targetFile())
        .run(fault.name(), new LoadPlan(true, 400, 8, LOAD, HEAP_MEGABYTES, dataset.spec().seed()));
  }
}
