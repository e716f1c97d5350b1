package org.activitysummary.evaluation.derivation;

import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.baseline.UndecidedCheck;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.report.Report;

/** Makes a baseline of a run that passed. */
public final class BaselineMove {

  private BaselineMove() {}

  /**
   * Returns the baseline of a run. Regressions that were accepted are part of its figures now, so
   * their list starts empty.
   *
   * @param report judged, against the old baseline if there is one
   * @param acceptUndecided whether checks that this run could not decide may stay undecided in
   *     later ones
   * @throws EvaluationException if the run did not pass
   */
  public static Baseline from(Report report, boolean acceptUndecided) {
    List<UndecidedCheck> undecided = undecided(report);
    GateVerdict verdict = report.gate().verdict();
    if (verdict == GateVerdict.FAIL) {
      throw refused(
          report,
          "accept the regression in the old baseline with a reason and an expiry, or delete that"
              + " file to start anew");
    }
    if (verdict == GateVerdict.INCONCLUSIVE && !acceptUndecided) {
      throw refused(
          report, "measure with a more thorough --profile, or allow these with --accept-undecided");
    }
    return new Baseline(
        Baseline.SCHEMA_VERSION,
        report.run().id(),
        report.environment().git() == null ? null : report.environment().git().commit(),
        Quantities.fingerprint(report),
        Quantities.of(report),
        undecided,
        List.of());
  }

  private static List<UndecidedCheck> undecided(Report report) {
    return report.checks().stream()
        .filter(c -> c.verdict() == Verdict.INCONCLUSIVE)
        .map((CheckResult c) -> new UndecidedCheck(c.implementation(), c.id()))
        .toList();
  }

  private static EvaluationException refused(Report report, String wayOut) {
    return new EvaluationException(
        "a baseline must come from a run that passes but run %s is %s: %s; %s"
            .formatted(
                report.run().id(),
                report.gate().verdict(),
                String.join(" | ", report.gate().reasons()),
                wayOut));
  }
}
