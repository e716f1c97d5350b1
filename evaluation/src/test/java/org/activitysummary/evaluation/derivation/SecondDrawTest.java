package org.activitysummary.evaluation.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.verification.Verification;
import org.junit.jupiter.api.Test;

/** Checks that fail because calls took too long, and what a second draw makes of them. */
class SecondDrawTest {

  /** Slower than {@code before} at ten thousand events, which is not expected. */
  private static final double TOO_SLOW = 2;

  private static CheckResult speed(Report report) {
    return report.checks().stream()
        .filter(c -> c.id().equals("performance-benchmark") && c.implementation().equals("after"))
        .findFirst()
        .orElseThrow();
  }

  private static CheckResult result(Verdict verdict, Double observed, double limit) {
    return new CheckResult(
        "latency-target",
        "R1",
        "candidate",
        verdict,
        observed,
        limit,
        "ms",
        null,
        verdict + " at " + observed + ".",
        null,
        List.of("1,000,000 events: " + verdict));
  }

  @Test
  void aCheckThatFailsForItsTimesIsDrawnAgainAtItsSizesAlone() {
    Report report = new RecordedFixture().slowedBy(TOO_SLOW).report();

    assertThat(speed(report).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(SecondDraw.sizes(report)).containsExactly(10_000);
    assertThat(SecondDraw.sizes(new RecordedFixture().report())).isEmpty();
  }

  @Test
  void aFailureThatNoTimeExplainsIsNotDrawnAgain() {
    Report leaking = new RecordedFixture().slowedBy(TOO_SLOW).growingBy(100L << 20).report();

    assertThat(speed(leaking).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(SecondDraw.sizes(leaking)).isEmpty();
  }

  @Test
  void aFailureThatTheSecondDrawRefutesPasses() {
    Report report = new RecordedFixture().slowedBy(TOO_SLOW).withSecondDraw(1).report();

    assertThat(speed(report).verdict()).isEqualTo(Verdict.PASS);
    assertThat(speed(report).sentence()).contains("which did not confirm the first: Not shown");
    assertThat(speed(report).evidence())
        .anyMatch(line -> line.startsWith("first draw, 10,000 events: 0.7"))
        .anyMatch(line -> line.startsWith("second draw, 10,000 events: 1.5"));
    assertThat(report.gate().reasons()).noneMatch(line -> line.contains("FAIL"));
    assertThat(Verification.of(report)).isEmpty();
  }

  @Test
  void aFailureThatTheSecondDrawConfirmsStays() {
    Report report = new RecordedFixture().slowedBy(TOO_SLOW).withSecondDraw(TOO_SLOW).report();

    assertThat(speed(report).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(speed(report).sentence()).contains("Confirmed by a second draw: ");
    assertThat(report.gate().reasons())
        .anyMatch(line -> line.startsWith("FAIL performance-benchmark of after"));
  }

  @Test
  void whereTheSecondDrawAlsoLiesBeyondTheLimitBothDecide() {
    CheckResult first = result(Verdict.FAIL, 250.0, 200);
    CheckResult slow = result(Verdict.INCONCLUSIVE, 210.0, 200);
    CheckResult fast = result(Verdict.INCONCLUSIVE, 190.0, 200);
    CheckResult unknown = result(Verdict.INCONCLUSIVE, null, 200);
    CheckResult both = result(Verdict.FAIL, 230.0, 200);

    assertThat(TwoDraws.judge(first, slow, both).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(TwoDraws.judge(first, fast, both).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(TwoDraws.judge(first, unknown, both).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
