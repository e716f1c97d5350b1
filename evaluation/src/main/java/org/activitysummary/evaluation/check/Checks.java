package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.conformance.ConformanceCase.Category;

/** The twelve checks of an evaluation, in the order of the report. */
public final class Checks {

  private final List<Check> all;

  /**
   * Makes the checks.
   *
   * @param looks when to look at the calls over the latency limit
   */
  public Checks(LookPlan looks) {
    this(looks, PerformanceBenchmarkCheck.fasterThan(Evidence.REFERENCE));
  }

  /** Makes the checks with another yardstick of speed than {@code before}. */
  Checks(LookPlan looks, Check performanceBenchmark) {
    this.all =
        List.of(
            new AnswersCheck(
                "functional-correctness",
                "R6",
                "counting and events stored just before",
                c -> category(c, Category.COUNTING).plus(c.freshness())),
            new AnswersCheck(
                "edge-cases",
                "R6",
                "edges, prices and failures of the database",
                c ->
                    category(c, Category.EDGE)
                        .plus(category(c, Category.PRICE))
                        .plus(c.failures())),
            new AnswersCheck(
                "deduplication", "R6", "copies", c -> category(c, Category.DEDUPLICATION)),
            new AnswersCheck(
                "functional-parity",
                "R6",
                "the seeded users and users with random events",
                c -> c.random().values().stream().reduce(c.seeded(), Tally::plus)),
            new SchemaCheck("schema-unchanged", "R4", "Schema", SchemaWatch::otherDifferences),
            new SchemaCheck("no-new-indexes", "R5", "Indexes", SchemaWatch::indexDifferences),
            new SetupTeardownCheck(),
            new LatencyTargetCheck(looks),
            performanceBenchmark,
            new MemoryFootprintCheck(),
            new ScalabilityCheck(),
            new LoadCheck());
  }

  /**
   * Returns the checks for an implementation that should be as good as another: speed is held
   * against that one, with 5 % of tolerance at every size.
   */
  public static Checks against(String reference, LookPlan looks) {
    return new Checks(looks, PerformanceBenchmarkCheck.noSlowerThan(reference));
  }

  private static Tally category(Conformance conformance, Category category) {
    return conformance.cases().getOrDefault(category, Tally.NONE);
  }

  /** Returns the checks in the order of the report. */
  public List<Check> all() {
    return all;
  }

  /**
   * Returns one result for each implementation and check: nothing is left out, what was not
   * measured is inconclusive.
   *
   * @param implementations names
   * @param evidence all that was measured
   */
  public List<CheckResult> judge(List<String> implementations, Evidence evidence) {
    List<CheckResult> results = new ArrayList<>();
    for (String implementation : implementations) {
      for (Check check : all) {
        Finding finding = judge(check, implementation, evidence);
        Optional<String> reason =
            ExpectedFailures.reason(implementation, check.id(), finding, evidence.largest());
        results.add(
            CheckResult.of(
                check,
                implementation,
                finding,
                ExpectedFailures.applied(finding.verdict(), reason.isPresent()),
                reason.orElse(null)));
      }
    }
    return results;
  }

  /**
   * Returns the sizes at which a check failed because calls took too long.
   *
   * @param result of the check
   * @param evidence that it was judged by
   * @return empty if it did not fail, was expected to, or failed for another reason
   */
  public List<Integer> tooSlowAt(CheckResult result, Evidence evidence) {
    return result.verdict() != Verdict.FAIL
        ? List.of()
        : all.stream()
            .filter(check -> check.id().equals(result.id()))
            .flatMap(check -> check.tooSlowAt(result.implementation(), evidence).stream())
            .toList();
  }

  /** What could not be measured because the implementation broke down counts against it. */
  private static Finding judge(Check check, String implementation, Evidence evidence) {
    Finding finding = check.judge(implementation, evidence);
    String breakdown = evidence.breakdowns().get(implementation);
    return finding.verdict() == Verdict.INCONCLUSIVE && breakdown != null
        ? Finding.brokenDown(breakdown)
        : finding;
  }
}
