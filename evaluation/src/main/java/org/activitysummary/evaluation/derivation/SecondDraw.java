package org.activitysummary.evaluation.derivation;

import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.report.Report;

/** Which sizes must be timed once more: before a slowdown counts, or before giving up. */
public final class SecondDraw {

  private SecondDraw() {}

  /**
   * Returns the sizes at which a check failed because calls took too long, or a ratio of times got
   * worse than the baseline's or is undecided; empty if there are none, or if something else failed
   * already, which a second draw could not change.
   *
   * @param report judged, against its baseline if it has one
   */
  public static List<Integer> sizes(Report report) {
    List<List<Integer>> tooSlow =
        report.checks().stream()
            .filter(c -> c.verdict() == Verdict.FAIL)
            .map(c -> Derivation.tooSlowAt(report, c))
            .toList();
    boolean otherFailure =
        tooSlow.stream().anyMatch(List::isEmpty)
            || !report.plantedFaults().stream().allMatch(FaultFinding::caught)
            || report.regressions().stream().anyMatch(r -> r.outcome().fails() && !r.isTime());
    return otherFailure
        ? List.of()
        : Stream.concat(tooSlow.stream().flatMap(List::stream), regressed(report))
            .distinct()
            .sorted()
            .toList();
  }

  private static Stream<Integer> regressed(Report report) {
    return report.regressions().stream()
        .filter(r -> r.isTime() && r.observed() != null)
        .filter(r -> r.outcome().fails() || r.outcome() == Outcome.UNDECIDED)
        .map(RegressionFinding::size);
  }
}
