package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class ExpectedFailuresTest {

  private static final int CALLS = 368;
  private static final int SLOW = CALLS;
  private static final int FAST = 0;

  @Test
  void marksForeseenFailuresAndReportsThemWhenTheyPass() {
    assertThat(ExpectedFailures.applied(Verdict.FAIL, true)).isEqualTo(Verdict.EXPECTED_FAIL);
    assertThat(ExpectedFailures.applied(Verdict.PASS, true)).isEqualTo(Verdict.UNEXPECTED_PASS);
    assertThat(ExpectedFailures.applied(Verdict.INCONCLUSIVE, true))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ExpectedFailures.applied(Verdict.PASS, false)).isEqualTo(Verdict.PASS);
    assertThat(ExpectedFailures.applied(Verdict.FAIL, false)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void wondersAtAPassOnlyWhereTheSizeThatTheReasonSpeaksOfWasMeasured() {
    assertThat(latencyTarget("before", Map.of(100, FAST, 10_000, FAST))).isEqualTo(Verdict.PASS);
    assertThat(latencyTarget("before", Map.of(100, FAST, 1_000_000, FAST)))
        .isEqualTo(Verdict.UNEXPECTED_PASS);
  }

  @Test
  void takesAPassForOneWhereOnlySomeMachinesFail() {
    assertThat(latencyTarget("after", Map.of(100, FAST, 1_000_000, FAST))).isEqualTo(Verdict.PASS);
  }

  @Test
  void excusesTheReferenceAtEverySizeAndTheRewriteOnlyWhereItIsKnownToFail() {
    assertThat(latencyTarget("before", Map.of(100, FAST, 10_000, SLOW)))
        .isEqualTo(Verdict.EXPECTED_FAIL);
    assertThat(latencyTarget("after", Map.of(100, FAST, 1_000_000, SLOW)))
        .isEqualTo(Verdict.EXPECTED_FAIL);
    assertThat(latencyTarget("after", Map.of(10_000, SLOW, 1_000_000, FAST)))
        .isEqualTo(Verdict.FAIL);
    assertThat(latencyTarget("after", Map.of(10_000, SLOW, 1_000_000, SLOW)))
        .isEqualTo(Verdict.FAIL);
    assertThat(latencyTarget("my-candidate", Map.of(100, FAST, 1_000_000, SLOW)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void doesNotTakeABreakdownForTheForeseenFailure() {
    Evidence evidence =
        new Evidence(
            List.of(1_000_000),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            null,
            Map.of(),
            null,
            Map.of("after", "it crashed"));

    assertThat(judged("after", "latency-target", evidence)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void expectsTheReferenceToBeNoFasterThanItselfAtAnySize() {
    assertThat(judged("before", "performance-benchmark", evidence("before", Map.of(100, FAST))))
        .isEqualTo(Verdict.EXPECTED_FAIL);
  }

  private static Verdict latencyTarget(String implementation, Map<Integer, Integer> slowCalls) {
    return judged(implementation, "latency-target", evidence(implementation, slowCalls));
  }

  private static Verdict judged(String implementation, String check, Evidence evidence) {
    return new Checks(LookPlan.standard())
        .judge(List.of(implementation), evidence).stream()
            .filter(result -> result.id().equals(check))
            .findFirst()
            .orElseThrow()
            .verdict();
  }

  /** Returns calls of which some took too long, by size. */
  private static Evidence evidence(String implementation, Map<Integer, Integer> slowCalls) {
    List<Measurement> measurements = new ArrayList<>();
    slowCalls.forEach(
        (size, slow) ->
            measurements.add(
                new Measurement(implementation, size, latency(slow), null, null, null, null)));
    return new Evidence(
        List.copyOf(slowCalls.keySet()),
        Map.of(),
        measurements,
        List.of(),
        Map.of(),
        null,
        Map.of(),
        null);
  }

  private static Latency latency(int slow) {
    Figure figure = Figure.of(1, 1, 1);
    return new Latency(
        "ms",
        "test",
        CALLS,
        1.0,
        figure,
        figure,
        figure,
        figure,
        figure,
        1.0,
        200,
        slow,
        List.of(new Latency.Look(CALLS, slow)),
        List.of(),
        "",
        null,
        null);
  }
}
