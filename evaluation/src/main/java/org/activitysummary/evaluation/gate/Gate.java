package org.activitysummary.evaluation.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.baseline.UndecidedCheck;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.planted.FaultFinding;

/**
 * Turns check results, planted faults and regressions into one verdict.
 *
 * @param strict whether what could not be decided fails the run
 */
public record Gate(boolean strict) {

  /** From so many missing quantities of one implementation on, they share a line. */
  private static final int MOST_MISSING_LINES = 3;

  /** Returns the verdict of a run that is held against no baseline. */
  public GateResult judge(List<CheckResult> results, List<FaultFinding> faults) {
    return judge(results, faults, List.of(), List.of());
  }

  /**
   * Returns the verdict: a failure outweighs doubt, doubt outweighs passing. An unexpected pass is
   * told as a reason but stops nobody: an implementation got better than its record says. A planted
   * fault that its check did not catch fails the run: a check that cannot fail proves nothing.
   *
   * @param results of all checks
   * @param faults what became of the planted faults; empty if none were planted
   * @param regressions quantities held against the baseline; empty without one
   * @param knownUndecided checks that the baseline's own run could not decide
   */
  public GateResult judge(
      List<CheckResult> results,
      List<FaultFinding> faults,
      List<RegressionFinding> regressions,
      List<UndecidedCheck> knownUndecided) {
    List<String> failures = new ArrayList<>(uncaught(faults));
    failures.addAll(lines(of(results, Verdict.FAIL)));
    failures.addAll(failing(regressions));
    if (!failures.isEmpty()) {
      return result(GateVerdict.FAIL, failures);
    }
    List<CheckResult> undecided = of(results, Verdict.INCONCLUSIVE);
    List<CheckResult> known =
        undecided.stream()
            .filter(r -> knownUndecided.contains(new UndecidedCheck(r.implementation(), r.id())))
            .toList();
    List<String> doubts = new ArrayList<>(lines(minus(undecided, known)));
    doubts.addAll(lines(regressions, Outcome.UNDECIDED));
    if (!doubts.isEmpty()) {
      return result(strict ? GateVerdict.FAIL : GateVerdict.INCONCLUSIVE, doubts);
    }
    List<String> remarks = new ArrayList<>(lines(of(results, Verdict.UNEXPECTED_PASS)));
    known.forEach(r -> remarks.add("undecided in the baseline as well: " + line(r)));
    remarks.addAll(lines(regressions, Outcome.ACCEPTED));
    return result(GateVerdict.PASS, remarks);
  }

  private static List<String> uncaught(List<FaultFinding> faults) {
    return faults.stream()
        .filter(fault -> !fault.caught())
        .map(f -> "FAIL %s did not catch %s (%s)".formatted(f.owner(), f.fault(), f.description()))
        .toList();
  }

  private static List<CheckResult> of(List<CheckResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).toList();
  }

  private static List<CheckResult> minus(List<CheckResult> all, List<CheckResult> without) {
    return all.stream().filter(result -> !without.contains(result)).toList();
  }

  private static List<String> lines(List<CheckResult> results) {
    return results.stream().map(Gate::line).toList();
  }

  private static String line(CheckResult r) {
    return "%s %s of %s: %s".formatted(r.verdict(), r.id(), r.implementation(), r.sentence());
  }

  private static List<String> lines(List<RegressionFinding> regressions, Outcome outcome) {
    return regressions.stream()
        .filter(r -> r.outcome() == outcome)
        .map(r -> "%s %s".formatted(r.outcome(), r.sentence()))
        .toList();
  }

  private static List<String> failing(List<RegressionFinding> regressions) {
    List<String> lines = new ArrayList<>(lines(regressions, Outcome.REGRESSED));
    lines.addAll(lines(regressions, Outcome.EXPIRED));
    Map<String, List<RegressionFinding>> missing = new LinkedHashMap<>();
    regressions.stream()
        .filter(r -> r.outcome() == Outcome.MISSING)
        .forEach(r -> missing.computeIfAbsent(r.implementation(), n -> new ArrayList<>()).add(r));
    missing.forEach((name, findings) -> lines.addAll(missing(name, findings)));
    return lines;
  }

  private static List<String> missing(String name, List<RegressionFinding> findings) {
    return findings.size() <= MOST_MISSING_LINES
        ? lines(findings, Outcome.MISSING)
        : List.of(
            String.format(
                Locale.ROOT,
                "MISSING %s: %d quantities of the baseline were not measured in this run, the first: %s",
                name,
                findings.size(),
                findings.get(0).sentence()));
  }

  private static GateResult result(GateVerdict verdict, List<String> reasons) {
    return new GateResult(verdict, verdict.exitCode(), List.copyOf(reasons));
  }
}
