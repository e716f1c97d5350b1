package org.activitysummary.evaluation.report;

import java.util.Comparator;
import java.util.List;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;

/**
 * Check results as people read them: what needs attention first, expected failures set apart.
 *
 * @param decisive all but expected failures; failures first, then what is undecided or unexpected
 * @param expectedFailures in the order of the report
 */
public record CheckOrder(List<CheckResult> decisive, List<CheckResult> expectedFailures) {

  private static final List<Verdict> URGENCY =
      List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.UNEXPECTED_PASS, Verdict.PASS);

  /** Returns the results of a report in that order. */
  public static CheckOrder of(Report report) {
    return new CheckOrder(
        report.checks().stream()
            .filter(check -> check.verdict() != Verdict.EXPECTED_FAIL)
            .sorted(Comparator.comparing(check -> URGENCY.indexOf(check.verdict())))
            .toList(),
        report.checks().stream()
            .filter(check -> check.verdict() == Verdict.EXPECTED_FAIL)
            .toList());
  }
}
