package org.activitysummary.evaluation.planted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Checks;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;

/**
 * Proves that every check can fail: runs each planted fault through the stages of an evaluation, on
 * a small dataset, and notes which checks fail.
 *
 * <p>Answers and catalogs are asked of some faults at a time; then whatever has to be measured is,
 * one fault after the other. The quick proof measures what the fault's owner needs; the thorough
 * one everything, so that it also shows that no other check fails by mistake.
 */
public final class FaultProof {

  /** One user on each side of a thousand events, so that both may take paths of their own. */
  private static final DatasetSpec SPEC =
      DatasetSpec.standard().withSizes(List.of(100, 2_000)).withBackground(10, 2_000);

  private static final LookPlan LOOKS = LookPlan.standard();

  /**
   * A JVM that starts, pools that open, rows that come and go; faults take turns with two cores.
   */
  private static final Duration ASKED = Duration.ofMillis(2_000);

  private static final Duration MEASURED_FOR_OWNER = Duration.ofSeconds(4);
  private static final Duration MEASURED_THOROUGHLY = Duration.ofSeconds(10);

  private final Database database;
  private final Path work;
  private final Progress progress;
  private final boolean thorough;

  /**
   * Prepares the proof.
   *
   * @param database where
   * @param work a folder for files that live as long as the proof
   * @param progress told before each fault
   * @param thorough whether every check gets its evidence
   */
  public FaultProof(Database database, Path work, Progress progress, boolean thorough) {
    this.database = database;
    this.work = work;
    this.progress = progress;
    this.thorough = thorough;
  }

  /**
   * Returns how long each step of a proof should take: that a fault is asked, as one of some at a
   * time, and that it is measured.
   */
  public static List<Duration> expectedDurations(boolean thorough) {
    List<PlantedFault> faults = PlantedFaults.all();
    long measured = faults.stream().filter(f -> MeasuredFault.wants(f, thorough)).count();
    List<Duration> steps = new ArrayList<>(Collections.nCopies(faults.size(), ASKED));
    steps.addAll(
        Collections.nCopies((int) measured, thorough ? MEASURED_THOROUGHLY : MEASURED_FOR_OWNER));
    return steps;
  }

  /**
   * Returns what became of each fault; the schemas it takes are gone afterwards.
   *
   * @param run id of the run, with which the names of the schemas end
   * @throws org.activitysummary.evaluation.EvaluationException if a fault could not be planted
   */
  public List<FaultFinding> run(String run) {
    Dataset dataset = Dataset.of(SPEC);
    List<PlantedFault> faults = PlantedFaults.all();
    try (ProofLanes lanes = ProofLanes.open(database, run, work, dataset)) {
      progress.start("planted faults", expectedDurations(thorough));
      Map<PlantedFault, ProofLane.Answers> answers =
          lanes.ask(faults, fault -> progress.step(fault.name()));
      MeasuredFault measured = new MeasuredFault(database, dataset, lanes.first(), LOOKS, thorough);
      List<FaultFinding> findings =
          faults.stream()
              .map(fault -> prove(fault, answers.get(fault), measured, lanes.first()))
              .toList();
      progress.end();
      return findings;
    }
  }

  /** A fault of a few percent may drown in noise once; not twice. */
  private FaultFinding prove(
      PlantedFault fault, ProofLane.Answers answers, MeasuredFault measured, ProofLane lane) {
    if (MeasuredFault.wants(fault, thorough)) {
      progress.step(fault.name() + ", measured");
    }
    FaultFinding first = judge(fault, measured.evidence(fault, answers));
    return first.caught() ? first : judge(fault, measured.evidence(fault, lane.ask(fault)));
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
}
