package org.activitysummary.evaluation.derivation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.baseline.RegressionJudge;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Checks;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.comparison.RunNoise;
import org.activitysummary.evaluation.gate.Gate;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.latency.LatencyFigures;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.process.ProcessCosts;
import org.activitysummary.evaluation.recording.RecordedProcesses;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Computes figures, comparisons, noise, verdicts and the gate from what was recorded; the only
 * place that does, at the end of a run as well as when a report is verified.
 */
public final class Derivation {

  /** When calls over the limit are counted; fixed before any call. */
  private static final LookPlan LOOKS = LookPlan.standard();

  private static final Checks CHECKS = new Checks(LOOKS);

  /** R1. */
  private static final Duration LATENCY_LIMIT = Duration.ofMillis(200);

  /**
   * References and alternatives are measured, not judged: nobody claims that they meet anything.
   */
  private static final Set<String> JUDGED_KINDS =
      Set.of(Kind.SUBJECT.label(), Kind.CANDIDATE.label(), Kind.PLANTED.label());

  private final Report recorded;
  private final TwoDraws draws;

  private Derivation(Report recorded) {
    this.recorded = recorded;
    this.draws = TwoDraws.of(recorded.recording());
  }

  /**
   * Returns the report with everything computed that can be computed.
   *
   * @param recorded what is recorded is taken, whatever else is in it is replaced
   * @throws IllegalArgumentException if a recording cannot be read
   */
  public static Report complete(Report recorded) {
    return new Derivation(recorded.with(recomputed(recorded.load()))).complete();
  }

  private static Map<String, LoadOutcome> recomputed(Map<String, LoadOutcome> load) {
    Map<String, LoadOutcome> recomputed = new LinkedHashMap<>();
    load.forEach((name, outcome) -> recomputed.put(name, outcome.recomputed()));
    return recomputed;
  }

  private Report complete() {
    Evidence evidence = evidence(draws.first());
    Report judged =
        recorded.with(
            recorded.environment().withNoise(evidence.noise()),
            evidence.measurements(),
            evidence.comparisons(),
            checks(evidence),
            List.of(),
            null);
    return heldAgainst(
        recorded.recording().baseline(),
        judged,
        draws.again().isEmpty() ? List.of() : comparisons(draws.again(), evidence.measurements()),
        recorded.recording().strict());
  }

  private Evidence evidence(List<ForkResult> timed) {
    List<Measurement> measurements = measurements(timed);
    List<Comparison> comparisons = comparisons(timed, measurements);
    return evidence(recorded, measurements, comparisons, noise(timed, comparisons));
  }

  private static Evidence evidence(
      Report report, List<Measurement> measurements, List<Comparison> comparisons, RunNoise noise) {
    return new Evidence(
        report.dataset().users().stream().map(SeededUser::size).toList(),
        report.conformance(),
        measurements,
        comparisons,
        report.schema(),
        report.recording().setup(),
        report.load(),
        noise,
        report.recording().breakdowns());
  }

  /**
   * Returns the sizes at which a check failed because calls took too long.
   *
   * @param report judged
   * @param result one of its checks
   * @return empty if it did not fail, was expected to, or failed for another reason
   */
  static List<Integer> tooSlowAt(Report report, CheckResult result) {
    return CHECKS.tooSlowAt(
        result,
        evidence(
            report, report.measurements(), report.comparisons(), report.environment().noise()));
  }

  private List<CheckResult> checks(Evidence evidence) {
    List<CheckResult> first = CHECKS.judge(judged(), evidence);
    Predicate<CheckResult> drawnAgain = c -> draws.cover(CHECKS.tooSlowAt(c, evidence));
    if (first.stream().noneMatch(drawnAgain)) {
      return first;
    }
    List<CheckResult> second = CHECKS.judge(judged(), evidence(draws.second()));
    List<CheckResult> both = CHECKS.judge(judged(), evidence(draws.both()));
    return IntStream.range(0, first.size())
        .mapToObj(
            i ->
                drawnAgain.test(first.get(i))
                    ? TwoDraws.judge(first.get(i), second.get(i), both.get(i))
                    : first.get(i))
        .toList();
  }

  /**
   * Returns a report with its regressions and its gate judged anew.
   *
   * @param baseline null for none
   * @param report its figures and checks are taken as they are
   * @param secondDraw comparisons of the second draw; empty if there was none
   * @param strict whether what cannot be decided fails
   */
  public static Report heldAgainst(
      Baseline baseline, Report report, List<Comparison> secondDraw, boolean strict) {
    List<RegressionFinding> regressions =
        baseline == null
            ? List.of()
            : RegressionJudge.judge(
                baseline,
                Quantities.of(report),
                Quantities.ratios(report, secondDraw),
                LocalDate.ofInstant(Instant.parse(report.run().startedAt()), ZoneOffset.UTC));
    return report.with(
        report.environment(),
        report.measurements(),
        report.comparisons(),
        report.checks(),
        regressions,
        new Gate(strict)
            .judge(
                report.checks(),
                report.plantedFaults(),
                regressions,
                baseline == null ? List.of() : baseline.undecided()));
  }

  private List<String> judged() {
    return recorded.implementations().stream()
        .filter(i -> JUDGED_KINDS.contains(i.kind()))
        .map(Report.ImplementationBlock::name)
        .toList();
  }

  private static RunNoise noise(List<ForkResult> forks, List<Comparison> comparisons) {
    return RunNoise.of(
        forks.stream().map(ForkResult::noise).filter(Objects::nonNull).toList(),
        (int) forks.stream().filter(ForkResult::repeated).count(),
        comparisons);
  }

  private List<Measurement> measurements(List<ForkResult> timed) {
    Map<Cell, List<ForkResult>> byCell =
        timed.stream().collect(Collectors.groupingBy(ForkResult::cell));
    List<Measurement> measurements = new ArrayList<>();
    for (RecordedProcesses processes : recorded.recording().processes()) {
      Cell cell = processes.cell();
      ProcessCosts costs = processes.costs();
      measurements.add(
          new Measurement(
              processes.implementation(),
              processes.size(),
              byCell.containsKey(cell)
                  ? LatencyFigures.of(byCell.get(cell), LATENCY_LIMIT.toNanos(), LOOKS)
                  : null,
              memory(processes, costs),
              costs.network(),
              costs.cpu(),
              costs.server()));
    }
    return measurements;
  }

  private static Memory memory(RecordedProcesses processes, ProcessCosts costs) {
    return processes.heapSearched()
        ? costs.memory().withSmallestHeap(processes.smallestHeap())
        : costs.memory();
  }

  private static List<Comparison> comparisons(
      List<ForkResult> forks, List<Measurement> measurements) {
    Comparisons comparisons = new Comparisons(forks, measurements);
    List<Comparison> all = new ArrayList<>();
    List<String> names = measurements.stream().map(Measurement::implementation).distinct().toList();
    for (String subject : names) {
      for (String reference : names) {
        if (!subject.equals(reference) && !subject.equals(Evidence.REFERENCE)) {
          all.addAll(comparisons.of(subject, reference));
        }
      }
      all.addAll(comparisons.withItself(subject));
    }
    return Comparisons.corrected(all);
  }
}
