package org.activitysummary.evaluation.gate;

import java.util.List;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.planted.FaultFinding;

/**
 * Turns check results into one verdict.
 *
 * @param strict whether what could not be decided fails the run
 */
public record Gate(boolean strict) {

  /**
   * Returns the verdict: a failure outweighs doubt, doubt outweighs passing. An unexpected pass is
   * told as a reason but stops nobody: an implementation got better than its record says. A planted
   * fault that its check did not catch fails the run: a check that cannot fail proves nothing.
   *
   * @param results of all checks
   * @param faults what became of the planted faults; empty if none were planted
   */
  public GateResult judge(List<CheckResult> results, List<FaultFinding> faults) {
    List<String> uncaught =
        faults.stream()
            .filter(fault -> !fault.caught())
            .map(
                f ->
                    "FAIL %s did not catch %s (%s)"
                        .formatted(f.owner(), f.fault(), f.description()))
            .toList();
    if (!uncaught.isEmpty()) {
      return new GateResult(GateVerdict.FAIL, GateVerdict.FAIL.exitCode(), uncaught);
    }
    return judge(results);
  }

  private GateResult judge(List<CheckResult> results) {
    List<CheckResult> failed = of(results, Verdict.FAIL);
    List<CheckResult> undecided = of(results, Verdict.INCONCLUSIVE);
    if (!failed.isEmpty()) {
      return result(GateVerdict.FAIL, failed);
    }
    if (!undecided.isEmpty()) {
      return result(strict ? GateVerdict.FAIL : GateVerdict.INCONCLUSIVE, undecided);
    }
    return result(GateVerdict.PASS, of(results, Verdict.UNEXPECTED_PASS));
  }

  private static List<CheckResult> of(List<CheckResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).toList();
  }

  private static GateResult result(GateVerdict verdict, List<CheckResult> because) {
    return new GateResult(
        verdict,
        verdict.exitCode(),
        because.stream()
            .map(
                r ->
                    "%s %s of %s: %s"
                        .formatted(r.verdict(), r.id(), r.implementation(), r.sentence()))
            .toList());
  }
}
