package org.activitysummary.evaluation.planted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Checks;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.ConformanceStage;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.guard.SchemaGuard;
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
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;

/**
 * Proves that every check can fail: runs each planted fault through the stages of an evaluation, on
 * a small dataset, and notes which checks fail.
 *
 * <p>The quick proof gathers the evidence that the fault's owner needs, besides answers and
 * catalogs; the thorough one gathers all of it, so that it also shows that no other check fails by
 * mistake.
 */
public final class FaultProof {

  /** One user on each side of a thousand events, so that both may take paths of their own. */
  private static final List<Integer> SIZES = List.of(100, 2_000);

  private static final int RANDOM_USERS = 4;

  /** Small data need little, and faults that hang or eat the heap should not cost much. */
  private static final Containment CONTAINMENT = new Containment(Duration.ofSeconds(5), 128);

  private static final LookPlan LOOKS = LookPlan.standard();
  private static final Duration LATENCY_LIMIT = Duration.ofMillis(200);
  private static final ProcessPlan PROCESSES = new ProcessPlan(1, 8, 8, CallerFlags.ALL);
  private static final Set<String> NEED_TIMES = Set.of("latency-target", "performance-benchmark");

  private final Database database;
  private final EventsSchema scratch;
  private final Path work;
  private final Progress progress;
  private final boolean thorough;

  /**
   * Prepares the proof.
   *
   * @param database where
   * @param scratch a schema whose rows may come and go
   * @param work a folder for files that live as long as the proof
   * @param progress told before each fault
   * @param thorough whether every check gets its evidence
   */
  public FaultProof(
      Database database, EventsSchema scratch, Path work, Progress progress, boolean thorough) {
    this.database = database;
    this.scratch = scratch;
    this.work = work;
    this.progress = progress;
    this.thorough = thorough;
  }

  /**
   * Returns what became of each fault.
   *
   * @param schemaName of a schema that does not exist yet; removed at the end
   */
  public List<FaultFinding> run(String schemaName) {
    Dataset dataset = Dataset.of(DatasetSpec.standard().withSizes(SIZES).withBackground(10, 2_000));
    List<FaultFinding> findings = new ArrayList<>();
    List<PlantedFault> faults = PlantedFaults.all();
    try (EventsSchema schema = EventsSchema.create(database, schemaName)) {
      schema.load(dataset, LoadProgress.SILENT);
      Target target = new Target(schema.reader(), dataset.users());
      Path targetFile = work.resolve("planted.properties");
      target.write(targetFile);
      progress.start("planted faults", faults.size());
      for (PlantedFault fault : faults) {
        progress.step(fault.name());
        findings.add(prove(fault, schema, dataset, target, targetFile));
      }
      progress.end();
    }
    return findings;
  }

  /** A fault of a few percent may drown in noise once; not twice. */
  private FaultFinding prove(
      PlantedFault fault, EventsSchema schema, Dataset dataset, Target target, Path targetFile) {
    FaultFinding first = judge(fault, evidence(fault, schema, dataset, target, targetFile));
    return first.caught()
        ? first
        : judge(fault, evidence(fault, schema, dataset, target, targetFile));
  }

  private static FaultFinding judge(PlantedFault fault, Evidence evidence) {
    List<CheckResult> results =
        Checks.against(PlantedFault.BASE, LOOKS).judge(List.of(fault.name()), evidence);
    List<String> caughtBy =
        results.stream().filter(r -> r.verdict() == Verdict.FAIL).map(CheckResult::id).toList();
    List<String> unexpected =
        caughtBy.stream()
            .filter(id -> !id.equals(fault.owner()) && !fault.alsoCaughtBy().contains(id))
            .toList();
    return new FaultFinding(
        fault.name(),
        fault.description(),
        fault.owner(),
        results.stream()
            .filter(r -> r.verdict() != Verdict.INCONCLUSIVE)
            .map(CheckResult::id)
            .toList(),
        caughtBy,
        unexpected,
        caughtBy.contains(fault.owner()) && unexpected.isEmpty());
  }

  private Evidence evidence(
      PlantedFault fault, EventsSchema schema, Dataset dataset, Target target, Path targetFile) {
    SchemaGuard guard = new SchemaGuard(schema);
    Conformance conformance =
        new ConformanceStage(
                scratch, target, work, CONTAINMENT, RANDOM_USERS, dataset.spec().seed())
            .ask(fault.name());
    vandalize(fault, schema, guard);
    boolean right = conformance.passed();
    List<ForkResult> times =
        right && wanted(fault, NEED_TIMES.contains(fault.owner()))
            ? new InProcessTimer(target).time(List.of(fault.name(), PlantedFault.BASE))
            : List.of();
    boolean memory = right && wanted(fault, fault.owner().equals("scalability"));
    List<Measurement> measurements =
        right ? measurements(fault, target, targetFile, times, memory) : List.of();
    return new Evidence(
        SIZES,
        Map.of(fault.name(), conformance),
        measurements,
        comparisons(fault, times, measurements),
        guard.watches(),
        new SetupTeardown(
            dataset.fingerprint(), dataset.fingerprint(), dataset.rows(), dataset.rows(), 0),
        right && wanted(fault, fault.owner().equals("load"))
            ? Map.of(fault.name(), load(fault, dataset, targetFile))
            : Map.of(),
        null);
  }

  private boolean wanted(PlantedFault fault, boolean owned) {
    return thorough || owned;
  }

  private static void vandalize(PlantedFault fault, EventsSchema schema, SchemaGuard guard) {
    try (Connection owner = schema.connectAsOwner()) {
      fault.vandalize(owner);
      guard.inspect(fault.name());
      fault.repair(owner);
    } catch (SQLException e) {
      throw new EvaluationException(
          "The fault %s could not be planted: %s".formatted(fault.name(), e.getMessage()), e);
    }
  }

  private List<Measurement> measurements(
      PlantedFault fault,
      Target target,
      Path targetFile,
      List<ForkResult> times,
      boolean withMemory) {
    List<Measurement> measurements = new ArrayList<>();
    for (SeededUser user : target.users()) {
      Cell cell = new Cell(Arm.first(fault.name()), user.size());
      List<ForkResult> forks = times.stream().filter(t -> t.cell().equals(cell)).toList();
      ProcessCosts costs =
          withMemory
              ? new ProcessStage(database, targetFile).measure(fault.name(), user.size(), PROCESSES)
              : null;
      measurements.add(
          new Measurement(
              fault.name(),
              user.size(),
              forks.isEmpty() ? null : LatencyFigures.of(forks, LATENCY_LIMIT.toNanos(), LOOKS),
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

  private static LoadOutcome load(PlantedFault fault, Dataset dataset, Path targetFile) {
    return new LoadStage(targetFile)
        .run(
            fault.name(),
            new LoadPlan(true, 400, 8, Duration.ofMillis(1_500), 256, dataset.spec().seed()));
  }
}
