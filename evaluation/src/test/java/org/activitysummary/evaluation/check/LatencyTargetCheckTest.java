package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.LATENCY_LIMIT;
import static org.activitysummary.evaluation.check.CheckFixture.exactly;
import static org.activitysummary.evaluation.check.CheckFixture.latency;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.timed;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.comparison.RunNoise;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Latency.Look;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.statistics.Dependence;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class LatencyTargetCheckTest {

  private static final Check CHECK = new LatencyTargetCheck(LookPlan.standard());
  private static final Look[] PASSING = {new Look(100, 0), new Look(368, 0)};
  private static final Look[] FAILING = {new Look(10, 2)};
  private static final Look[] OPEN = {new Look(10, 1), new Look(50, 3), new Look(100, 4)};
  private static final RunNoise NOISY = noise(true);

  private static RunNoise noise(boolean tooNoisy) {
    return new RunNoise(5, 3, 0, 0.3, 0.5, null, tooNoisy, "test");
  }

  private static Latency calls(int over, double p50, Figure p99, Look... looks) {
    return latency(400, over, exactly(p50), p99, null, looks);
  }

  private static Finding judge(RunNoise noise, Latency latency) {
    return CHECK.judge("after", measured(List.of(100), noise, timed("after", 100, latency)));
  }

  private static Finding judge(Latency latency) {
    return judge(null, latency);
  }

  @Test
  void passesOnceEnoughCallsWereFast() {
    assertThat(judge(calls(0, 90, Figure.of(150, 140, 160), PASSING)))
        .isEqualTo(
            new Finding(
                Verdict.PASS,
                150.0,
                LATENCY_LIMIT,
                "ms",
                140.0,
                160.0,
                "P99 is below the limit at every size; the slowest: 0 of 400 calls at 100 events took"
                    + " longer than 200 ms.",
                List.of("100 events: PASS, 0 of 400 calls over 200 ms, P99 150.00 ms")));
    assertThat(judge(calls(0, 90, exactly(150), new Look(100, 0))).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void failsAfterAFewSlowCallsThatSayNothingOfP99() {
    Figure unknown = Figure.missing("P99 needs at least 100 samples, found 10");
    Latency latency = latency(10, 2, exactly(300), unknown, null, FAILING);

    assertThat(judge(latency))
        .isEqualTo(
            new Finding(
                Verdict.FAIL,
                null,
                LATENCY_LIMIT,
                "ms",
                null,
                null,
                "P99 is above the limit: 2 of 10 calls at 100 events took longer than 200 ms.",
                List.of(
                    "100 events: FAIL, 2 of 10 calls over 200 ms,"
                        + " P99 P99 needs at least 100 samples, found 10"),
                100));
  }

  @Test
  void saysWhatWouldHelpWhenNeitherIsShown() {
    Finding finding = judge(calls(4, 90, exactly(150), OPEN));

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.sentence())
        .isEqualTo(
            "It is not shown that P99 is below the limit: 4 of 400 calls at 100 events took longer"
                + " than 200 ms; a quieter machine or more calls would help.");
  }

  @Test
  void stopsAtTheFirstLookThatDecides() {
    assertThat(judge(calls(2, 90, exactly(150), new Look(10, 2), new Look(368, 0))).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judge(calls(9, 90, exactly(150), new Look(368, 0), new Look(628, 13))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void needsEverySizeTimed() {
    Finding missing = Finding.inconclusive("Not every size was timed.");
    Measurement small = timed("after", 100, calls(0, 1, exactly(1), PASSING));
    List<Integer> sizes = List.of(100, 1_000);

    assertThat(CHECK.judge("after", measured(sizes, small))).isEqualTo(missing);
    assertThat(CHECK.judge("after", measured(sizes, small, weighed("after", 1_000, 1))))
        .isEqualTo(missing);
    assertThat(
            CHECK.judge(
                "after",
                measured(sizes, small, timed("before", 1_000, calls(0, 1, exactly(1), PASSING)))))
        .isEqualTo(missing);
  }

  private static Finding judgeSizes(Latency hundred, Latency thousand, Latency tenThousand) {
    return CHECK.judge(
        "after",
        measured(
            List.of(100, 1_000, 10_000),
            timed("after", 10_000, tenThousand),
            timed("after", 100, hundred),
            timed("after", 1_000, thousand)));
  }

  @Test
  void namesTheSizeThatFailsAndThenTheOneThatIsNotShown() {
    Latency good = calls(0, 90, exactly(150), PASSING);
    Latency open = calls(4, 90, exactly(150), OPEN);
    Latency bad = calls(2, 90, exactly(150), FAILING);

    assertThat(judgeSizes(bad, open, good).sentence())
        .isEqualTo("P99 is above the limit: 2 of 400 calls at 100 events took longer than 200 ms.");
    assertThat(judgeSizes(good, open, good).sentence())
        .startsWith("It is not shown that P99 is below the limit: 4 of 400 calls at 1,000 events");
    assertThat(judgeSizes(bad, open, good).evidence())
        .containsExactly(
            "100 events: FAIL, 2 of 400 calls over 200 ms, P99 150.00 ms",
            "1,000 events: INCONCLUSIVE, 4 of 400 calls over 200 ms, P99 150.00 ms",
            "10,000 events: PASS, 0 of 400 calls over 200 ms, P99 150.00 ms");
  }

  @Test
  void ofTheSizesWithTheSameVerdictNamesTheOneWithMostCallsOverTheLimitOrTheSlowest() {
    Latency slow = calls(0, 90, exactly(180), PASSING);
    Latency fast = calls(0, 90, exactly(20), PASSING);
    Latency over = calls(1, 90, exactly(20), PASSING);

    assertThat(judgeSizes(fast, slow, fast).observed()).isEqualTo(180);
    assertThat(judgeSizes(over, slow, fast).sentence())
        .contains("the slowest: 1 of 400 calls at 100 events");
    assertThat(judgeSizes(fast, fast, fast).sentence()).contains("at 10,000 events");
  }

  @Test
  void comparesSharesOfCallsRatherThanNumbers() {
    Latency two = latency(10, 2, exactly(90), Figure.missing("10 calls"), null, FAILING);
    Latency nine = calls(9, 90, exactly(400), FAILING);
    Latency good = calls(0, 90, exactly(150), PASSING);

    assertThat(judgeSizes(two, nine, good).sentence()).contains("2 of 10 calls at 100 events");
  }

  private static Latency dependent(double effectiveSamples, Figure p99, Look... looks) {
    Dependence dependence = new Dependence(400, 0.05, 0.5, 0.5, effectiveSamples);
    return latency(400, 0, exactly(90), p99, dependence, looks);
  }

  @Test
  void believesDependentCallsOnlyWithTheIntervalOfWholeRounds() {
    Finding doubtful = judge(dependent(199, Figure.of(150, 140, 300), PASSING));

    assertThat(doubtful.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(doubtful.evidence())
        .containsExactly(
            "100 events: INCONCLUSIVE, 0 of 400 calls over 200 ms, P99 150.00 ms; these calls depend on"
                + " each other and are worth 199, and the interval of P99 reaches 300.00 ms");
    assertThat(judge(dependent(199, Figure.of(150, 140, 200.01), PASSING)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void believesThemWhenTheIntervalEndsAtTheLimitOrTheyAreWorthHalf() {
    assertThat(judge(dependent(199, Figure.of(150, 140, 200), PASSING)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(dependent(200, Figure.of(150, 140, 300), PASSING)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(dependent(200, Figure.of(150, 140, 300), PASSING)).evidence())
        .containsExactly("100 events: PASS, 0 of 400 calls over 200 ms, P99 150.00 ms");
  }

  @Test
  void doesNotBelieveDependentCallsWhoseIntervalIsOpen() {
    Finding finding =
        judge(dependent(50, new Figure(150.0, 140.0, null, "1 round has no spread"), PASSING));

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.evidence())
        .containsExactly(
            "100 events: INCONCLUSIVE, 0 of 400 calls over 200 ms, P99 150.00 ms; these calls depend on"
                + " each other and are worth 50, and the interval of P99 has no upper end");
  }

  @Test
  void dependenceIsToldBesideAFailureButDoesNotExcuseIt() {
    Finding failed = judge(dependent(50, Figure.of(150, 140, 300), FAILING));
    Finding open = judge(dependent(50, new Figure(150.0, 140.0, null, "few"), FAILING));

    assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(failed.evidence().get(0)).endsWith("and the interval of P99 reaches 300.00 ms");
    assertThat(open.evidence())
        .containsExactly("100 events: FAIL, 0 of 400 calls over 200 ms, P99 150.00 ms");
  }

  @Test
  void inNoiseFailsOnlyWhatIsTypicallyTooSlow() {
    assertThat(judge(NOISY, calls(2, 90, exactly(400), FAILING)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(NOISY, calls(2, 200, exactly(400), FAILING)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(NOISY, calls(2, 200.01, exactly(400), FAILING)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(
            judge(NOISY, latency(1, 1, Figure.missing("1 call"), exactly(9), null, FAILING))
                .verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void noiseChangesNoPassAndQuietNoFailure() {
    assertThat(judge(NOISY, calls(0, 90, exactly(150), PASSING)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(noise(false), calls(2, 90, exactly(400), FAILING)).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void belongsToTheLatency() {
    assertThat(CHECK.id()).isEqualTo("latency-target");
    assertThat(CHECK.requirement()).isEqualTo("R1");
  }
}
