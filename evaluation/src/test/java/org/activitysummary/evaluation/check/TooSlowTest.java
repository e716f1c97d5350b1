package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.MEGABYTE;
import static org.activitysummary.evaluation.check.CheckFixture.compared;
import static org.activitysummary.evaluation.check.CheckFixture.exactly;
import static org.activitysummary.evaluation.check.CheckFixture.faster;
import static org.activitysummary.evaluation.check.CheckFixture.latency;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.timed;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Latency.Look;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class TooSlowTest {

  private static final Checks CHECKS = new Checks(LookPlan.standard());

  private static final Evidence SLOW_AT_A_THOUSAND =
      measured(
          List.of(100, 1_000, 10_000),
          timed("new", 100, calls(0, new Look(368, 0))),
          timed("new", 1_000, calls(10, new Look(10, 10))),
          weighed("new", 10_000, MEGABYTE),
          timed("after", 1_000, calls(10, new Look(10, 10))));

  private static Latency calls(int over, Look look) {
    return latency(look.samples(), over, exactly(300), exactly(400), null, look);
  }

  private static CheckResult result(String id, String implementation, Verdict verdict) {
    Finding finding = new Finding(verdict, null, null, null, null, null, "x", List.of());
    Check check = CHECKS.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return CheckResult.of(check, implementation, finding, verdict, null);
  }

  @Test
  void namesTheSizesWhoseP99IsAboveTheLimit() {
    assertThat(new LatencyTargetCheck(LookPlan.standard()).tooSlowAt("new", SLOW_AT_A_THOUSAND))
        .containsExactly(1_000);
    assertThat(CHECKS.tooSlowAt(result("latency-target", "new", Verdict.FAIL), SLOW_AT_A_THOUSAND))
        .containsExactly(1_000);
  }

  @Test
  void namesNoneForACheckThatDidNotFailOrFailedForAnotherReason() {
    for (Verdict verdict : List.of(Verdict.PASS, Verdict.EXPECTED_FAIL, Verdict.INCONCLUSIVE)) {
      assertThat(CHECKS.tooSlowAt(result("latency-target", "new", verdict), SLOW_AT_A_THOUSAND))
          .isEmpty();
    }
    assertThat(CHECKS.tooSlowAt(result("scalability", "new", Verdict.FAIL), SLOW_AT_A_THOUSAND))
        .isEmpty();
  }

  @Test
  void namesTheSizesWhoseWholeIntervalIsTooSlow() {
    Comparison open =
        new Comparison(
            Comparison.LATENCY_P50,
            500_000,
            "after",
            "before",
            2.0,
            null,
            null,
            1,
            null,
            null,
            "one round");
    Evidence evidence =
        compared(
            List.of(100, 10_000, 100_000, 500_000, 1_000_000),
            faster(100, 2, 1.9, 2.1),
            faster(10_000, 0.5, 0.4, 0.6),
            faster(100_000, 1.2, 1, 1.4),
            open);

    assertThat(PerformanceBenchmarkCheck.fasterThan("before").tooSlowAt("after", evidence))
        .containsExactly(100_000);
    assertThat(PerformanceBenchmarkCheck.noSlowerThan("before").tooSlowAt("after", evidence))
        .containsExactly(100);
  }

  @Test
  void aResultOfTwoDrawsDiffersInItsWordsOnly() {
    CheckResult first = result("latency-target", "new", Verdict.FAIL);
    CheckResult both = first.with("twice", List.of("one", "two"));

    assertThat(both.sentence()).isEqualTo("twice");
    assertThat(both.evidence()).containsExactly("one", "two");
    assertThat(both.with(first.sentence(), first.evidence())).isEqualTo(first);
  }
}
