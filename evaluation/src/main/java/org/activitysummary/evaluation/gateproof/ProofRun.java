package org.activitysummary.evaluation.gateproof;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.report.Report;

/**
 * One run of the proof.
 *
 * @param candidate that was measured
 * @param report judged against the baseline
 * @param folder where it lies
 * @param seconds it took
 */
record ProofRun(Candidate candidate, Report report, Path folder, long seconds) {

  /** Returns whether the gate said what it must: not red, or red for the right reason. */
  boolean asItMustBe() {
    boolean red = report.gate().verdict() == GateVerdict.FAIL;
    return candidate.named() == null ? !red : red && !decisive().isEmpty();
  }

  /** Returns what decided, or the first of what was said; empty if the gate said nothing. */
  String reason() {
    List<String> reasons =
        candidate.named() == null || decisive().isEmpty() ? report.gate().reasons() : decisive();
    return reasons.isEmpty() ? "" : reasons.get(0);
  }

  /**
   * Returns how the ratios of times changed from the baseline's, with their intervals, a phrase for
   * each size; empty if none was measured.
   */
  String times() {
    return report.regressions().stream()
        .filter(r -> r.isTime() && r.change() != null)
        .map(ProofRun::time)
        .collect(Collectors.joining("; "));
  }

  private static String time(RegressionFinding time) {
    String interval =
        time.low() == null
            ? ""
            : String.format(Locale.ROOT, " (%.2f to %.2f)", time.low(), time.high());
    return String.format(Locale.ROOT, "%,d events: %.2f%s", time.size(), time.change(), interval);
  }

  private List<String> decisive() {
    return report.gate().reasons().stream()
        .filter(
            reason ->
                reason.contains(candidate.implementation()) && reason.contains(candidate.named()))
        .toList();
  }

  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%-30s %-12s %-8s %4d s  %s  %s",
            candidate.implementation(),
            report.gate().verdict(),
            asItMustBe() ? "as meant" : "WRONG",
            seconds,
            folder,
            reason())
        .strip();
  }
}
