package org.activitysummary.evaluation.derivation;

import java.util.List;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.report.Report;

/** Which sizes must be timed once more: before a slowdown counts, or before giving up. */
public final class SecondDraw {

  private SecondDraw() {}

  /**
   * Returns the sizes at which a ratio of times got worse than the baseline's or is undecided;
   * empty if there are none, or if something else failed already, which a second draw could not
   * change.
   *
   * @param report judged against its baseline
   */
  public static List<Integer> sizes(Report report) {
    boolean otherFailure =
        report.checks().stream().anyMatch(c -> c.verdict() == Verdict.FAIL)
            || !report.plantedFaults().stream().allMatch(FaultFinding::caught)
            || report.regressions().stream().anyMatch(r -> r.outcome().fails() && !r.isTime());
    return otherFailure
        ? List.of()
        : report.regressions().stream()
            .filter(r -> r.isTime() && r.observed() != null)
            .filter(r -> r.outcome().fails() || r.outcome() == Outcome.UNDECIDED)
            .map(RegressionFinding::size)
            .distinct()
            .toList();
  }
}
