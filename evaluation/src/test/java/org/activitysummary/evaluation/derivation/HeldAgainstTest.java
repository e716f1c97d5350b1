package org.activitysummary.evaluation.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.baseline.AcceptedRegression;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.baseline.Fingerprint;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.baseline.Quantity;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.verification.HeldAgainst;
import org.junit.jupiter.api.Test;

/** The gate from recorded calls to the verdict. */
class HeldAgainstTest {

  private static final Baseline BASELINE =
      BaselineMove.from(new RecordedFixture().seeded(99).report(), true);

  private static RecordedFixture run() {
    return new RecordedFixture().heldAgainst(BASELINE);
  }

  private static List<RegressionFinding> with(Report report, Outcome outcome) {
    return report.regressions().stream().filter(r -> r.outcome() == outcome).toList();
  }

  @Test
  void unchangedRunsStayGreen() {
    for (int seed = 1; seed <= 20; seed++) {
      Report report = run().seeded(seed).report();
      assertThat(report.gate().reasons()).as("seed %d", seed).noneMatch(r -> r.contains("REGRESS"));
      assertThat(report.gate().verdict()).as("seed %d", seed).isEqualTo(GateVerdict.PASS);
    }
  }

  @Test
  void aSlowerMachineNeitherFailsNorHidesARegression() {
    assertThat(run().onMachine(3).report().gate().verdict()).isEqualTo(GateVerdict.PASS);
    assertThat(run().onMachine(0.3).slowedBy(1.3).report().gate().verdict())
        .isEqualTo(GateVerdict.FAIL);
  }

  @Test
  void aSlowdownOfThirtyPercentIsNamedWithItsSizeAndItsInterval() {
    Report report = run().slowedBy(1.3).report();

    assertThat(report.gate().exitCode()).isEqualTo(1);
    assertThat(report.gate().reasons())
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .contains(
                        "REGRESSED after at 1,000,000 events, latency.p50/before",
                        "1.3",
                        "95 % interval"));
  }

  @Test
  void aSlowdownThatTheSecondDrawDoesNotShowIsNotRed() {
    Report refuted = run().slowedBy(1.3).withSecondDraw(1).report();
    Report confirmed = run().slowedBy(1.3).withSecondDraw(1.3).report();

    assertThat(refuted.gate().verdict()).isEqualTo(GateVerdict.PASS);
    assertThat(refuted.regressions())
        .anyMatch(r -> r.sentence().contains("not confirmed by a second draw"));
    assertThat(confirmed.gate().verdict()).isEqualTo(GateVerdict.FAIL);
    assertThat(confirmed.gate().reasons()).anyMatch(r -> r.contains("; confirmed by a second"));
  }

  @Test
  void onlySlowdownsAndDoubtsAskForASecondDraw() {
    assertThat(SecondDraw.sizes(run().slowedBy(1.3).report())).containsExactly(10_000, 1_000_000);
    assertThat(SecondDraw.sizes(run().scattering(0.5).report())).isNotEmpty();
    assertThat(SecondDraw.sizes(run().report())).isEmpty();
    assertThat(SecondDraw.sizes(run().slowedBy(1.3).withExtraRows(1).report())).isEmpty();
  }

  @Test
  void whatNoiseLeavesUndecidedIsJudgedByBothDrawsTogether() {
    int once = 0;
    int twice = 0;
    for (int seed = 1; seed <= 20; seed++) {
      RecordedFixture noisy = run().scattering(0.1).seeded(seed).slowedBy(1.3);
      once += noisy.report().gate().verdict() == GateVerdict.FAIL ? 1 : 0;
      twice += noisy.withSecondDraw(1.3).report().gate().verdict() == GateVerdict.FAIL ? 1 : 0;
    }
    assertThat(twice).isGreaterThan(once);
  }

  @Test
  void noiseThatCouldHideASlowdownIsUndecided() {
    Report report = run().scattering(0.5).report();

    assertThat(with(report, Outcome.UNDECIDED)).isNotEmpty();
    assertThat(report.gate().verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
  }

  @Test
  void oneRowMoreOnTheWireIsNamed() {
    Report report = run().withExtraRows(1).report();

    assertThat(report.gate().reasons())
        .contains(
            "REGRESSED after at 10,000 events, network.rowsPerCall: 3 rows instead of 2"
                + " (counted, no tolerance)");
  }

  @Test
  void memoryThatGrowsIsNamedBeforeTheLimitIsReached() {
    Report report = run().growingBy(6 << 20).report();

    assertThat(report.checks())
        .filteredOn(c -> c.id().equals("scalability") && c.implementation().equals("after"))
        .allMatch(c -> c.verdict().name().equals("PASS"));
    assertThat(report.gate().reasons())
        .containsExactly(
            "REGRESSED after, memory.growth: 6,291,456 bytes instead of 0 (tolerance 4,194,304)");
  }

  @Test
  void whatIsNoLongerMeasuredIsNeverAPass() {
    Report report = run().of("before").report();

    assertThat(report.gate().verdict()).isEqualTo(GateVerdict.FAIL);
    assertThat(report.gate().reasons())
        .anyMatch(r -> r.matches("MISSING after: \\d+ quantities .* not measured .*"));
  }

  @Test
  void whatIsNewIsToldAndPasses() {
    Baseline smaller = copy(BASELINE, List.of(), BASELINE.quantities().subList(0, 3));
    Report report = new RecordedFixture().heldAgainst(smaller).report();

    assertThat(with(report, Outcome.NEW)).isNotEmpty();
    assertThat(report.gate().verdict()).isEqualTo(GateVerdict.PASS);
  }

  @Test
  void anAcceptedRegressionPassesUntilItExpires() {
    Report allowed = acceptedUntil("2999-12-31", 3);
    Report expired = acceptedUntil("2000-01-01", 3);
    Report tooMuch = acceptedUntil("2999-12-31", 2.5);

    assertThat(allowed.gate().verdict()).isEqualTo(GateVerdict.PASS);
    assertThat(allowed.gate().reasons()).anyMatch(r -> r.contains("a known detour"));
    assertThat(expired.gate().reasons())
        .anyMatch(r -> r.endsWith("was accepted until 2000-01-01: a known detour"));
    assertThat(tooMuch.gate().reasons()).anyMatch(r -> r.endsWith("more than the accepted 2.50"));
  }

  private static Report acceptedUntil(String day, double upTo) {
    List<AcceptedRegression> accepted =
        List.of(10_000, 1_000_000).stream()
            .map(
                size ->
                    new AcceptedRegression(
                        "after", size, "network.rowsPerCall", upTo, "a known detour", day))
            .toList();
    return new RecordedFixture()
        .heldAgainst(copy(BASELINE, accepted, BASELINE.quantities()))
        .withExtraRows(1)
        .report();
  }

  private static Baseline copy(
      Baseline b, List<AcceptedRegression> accepted, List<Quantity> quantities) {
    return new Baseline(
        b.schemaVersion(),
        b.run(),
        b.commit(),
        b.fingerprint(),
        quantities,
        b.undecided(),
        accepted);
  }

  @Test
  void onlyAPassingRunBecomesTheBaseline() {
    assertThatThrownBy(() -> BaselineMove.from(run().withExtraRows(1).report(), true))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll("must come from a run that passes", "FAIL", "rowsPerCall");
    assertThatThrownBy(() -> BaselineMove.from(run().scattering(0.5).report(), false))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("--accept-undecided");
  }

  @Test
  void otherWorkIsRefused() {
    Fingerprint f = BASELINE.fingerprint();
    Fingerprint other =
        new Fingerprint(
            f.cpu(), f.cores(), f.jvm(), f.postgres(), "abc", f.profile(), f.jvmFlags());
    Baseline elsewhere =
        new Baseline(1, "x", null, other, BASELINE.quantities(), BASELINE.undecided(), List.of());

    assertThatThrownBy(() -> HeldAgainst.of(new RecordedFixture().report(), elsewhere, false))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll("dataset 'abc'", "--sizes");
  }

  @Test
  void anEditedReportIsRefused() {
    Report report = new RecordedFixture().report();
    Report edited =
        report.with(
            report.environment(),
            report.measurements(),
            report.comparisons().subList(1, report.comparisons().size()),
            report.checks(),
            report.regressions(),
            report.gate());

    assertThatThrownBy(() -> HeldAgainst.of(edited, BASELINE, false))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll("does not follow from its own recording", "comparisons");
  }
}
