package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.MEGABYTE;
import static org.activitysummary.evaluation.check.CheckFixture.compared;
import static org.activitysummary.evaluation.check.CheckFixture.faster;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.nothing;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final Checks CHECKS = new Checks(LookPlan.standard());

  private static CheckResult result(List<CheckResult> results, String id) {
    return results.stream().filter(result -> result.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void saysOfEveryCheckThatNothingWasMeasuredInsteadOfPassing() {
    List<CheckResult> results = CHECKS.judge(List.of("after"), nothing(100));

    assertThat(results)
        .hasSize(12)
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE))
        .allSatisfy(result -> assertThat(result.sentence()).isNotBlank());
  }

  @Test
  void judgesEveryImplementationByEveryCheckInTheOrderOfTheReport() {
    List<CheckResult> results = CHECKS.judge(List.of("one", "two"), nothing(100));
    List<String> ids = CHECKS.all().stream().map(Check::id).toList();

    assertThat(results.subList(0, 12)).extracting(CheckResult::id).isEqualTo(ids);
    assertThat(results.subList(12, 24)).extracting(CheckResult::id).isEqualTo(ids);
    assertThat(results.subList(0, 12)).extracting(CheckResult::implementation).containsOnly("one");
    assertThat(results.subList(12, 24)).extracting(CheckResult::implementation).containsOnly("two");
  }

  @Test
  void appliesTheExpectationToWhatACheckFound() {
    Evidence growing =
        measured(
            List.of(100, 1_000),
            weighed("before", 100, MEGABYTE),
            weighed("before", 1_000, 99 * MEGABYTE),
            weighed("new", 100, MEGABYTE),
            weighed("new", 1_000, 99 * MEGABYTE));
    CheckResult foreseen = result(CHECKS.judge(List.of("before"), growing), "scalability");
    CheckResult unforeseen = result(CHECKS.judge(List.of("new"), growing), "scalability");

    assertThat(foreseen.verdict()).isEqualTo(Verdict.EXPECTED_FAIL);
    assertThat(foreseen.expectation()).isEqualTo("memory grows with the number of events");
    assertThat(unforeseen.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(unforeseen.expectation()).isNull();
    assertThat(unforeseen.requirement()).isEqualTo("R3");
    assertThat(unforeseen.observed()).isEqualTo(98 * MEGABYTE);
    assertThat(unforeseen.evidence()).isNotEmpty();
  }

  @Test
  void holdsSpeedAgainstBeforeUnlessAnotherIsNamed() {
    Evidence small = compared(List.of(100), faster(100, 0.5, 0.4, 0.6));

    assertThat(result(CHECKS.judge(List.of("after"), small), "performance-benchmark").sentence())
        .isEqualTo("No size from 10,000 events was timed.");
    assertThat(
            result(
                    Checks.against("before", LookPlan.standard()).judge(List.of("after"), small),
                    "performance-benchmark")
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aBreakdownFailsWhatCouldNotBeMeasuredAndNothingElse() {
    Evidence broken =
        new Evidence(
            List.of(10_000),
            Map.of(),
            List.of(),
            List.of(faster(10_000, 0.5, 0.4, 0.6)),
            Map.of(),
            null,
            Map.of(),
            null,
            Map.of("after", "the process ended with 137"));
    List<CheckResult> results = CHECKS.judge(List.of("after", "other"), broken);

    assertThat(result(results, "scalability").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result(results, "scalability").sentence())
        .isEqualTo("It broke down while it was measured: the process ended with 137.");
    assertThat(result(results, "performance-benchmark").verdict()).isEqualTo(Verdict.PASS);
    assertThat(results.subList(12, 24))
        .allSatisfy(other -> assertThat(other.verdict()).isEqualTo(Verdict.INCONCLUSIVE));
  }

  @Test
  void anIntervalMayBeOpenAtOneEnd() {
    assertThat(interval(1.0, 2.0)).isEqualTo(new CheckResult.Interval(1.0, 2.0));
    assertThat(interval(1.0, null)).isEqualTo(new CheckResult.Interval(1.0, null));
    assertThat(interval(null, 2.0)).isEqualTo(new CheckResult.Interval(null, 2.0));
    assertThat(interval(null, null)).isNull();
  }

  private static CheckResult.Interval interval(Double low, Double high) {
    Finding finding = new Finding(Verdict.PASS, 1.5, 3.0, "x", low, high, "fine", List.of());
    CheckResult result = CheckResult.of(new LoadCheck(), "after", finding, Verdict.PASS, null);
    assertThat(result.unit()).isEqualTo("x");
    assertThat(result.limit()).isEqualTo(3);
    return result.interval();
  }
}
