package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadStep;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.statistics.Dependence;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final long MEGABYTE = 1 << 20;
  private static final LookPlan LOOKS = LookPlan.standard();

  @Test
  void saysOfEveryCheckThatNothingWasMeasuredInsteadOfPassing() {
    Evidence nothing =
        new Evidence(List.of(100), Map.of(), List.of(), List.of(), Map.of(), null, Map.of(), null);

    List<CheckResult> results = new Checks(LOOKS).judge(List.of("after"), nothing);

    assertThat(results).hasSize(12);
    assertThat(results)
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE));
  }

  @Test
  void passesTheLatencyTargetOnlyOnceEnoughCallsWereFast() {
    assertThat(latencyTarget(new Latency.Look(100, 0))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(latencyTarget(new Latency.Look(100, 0), new Latency.Look(368, 0)))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void believesDependentCallsOnlyWithTheIntervalOfWholeRounds() {
    assertThat(latencyTarget(100, 300)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(latencyTarget(100, 190)).isEqualTo(Verdict.PASS);
    assertThat(latencyTarget(300, 300)).isEqualTo(Verdict.PASS);
  }

  private static Verdict latencyTarget(double effectiveSamples, double high) {
    Figure p99 = Figure.of(150, 140, high);
    Latency latency =
        new Latency(
            "ms",
            "test",
            400,
            1.0,
            p99,
            p99,
            p99,
            p99,
            p99,
            1.0,
            200,
            0,
            List.of(new Latency.Look(368, 0)),
            List.of(),
            "",
            new Dependence(400, 0.05, 0.5, 0.5, effectiveSamples),
            null);
    Measurement measurement = new Measurement("after", 100, latency, null, null, null, null);
    CheckResult result =
        new Checks(LOOKS).judge(List.of("after"), evidence(List.of(measurement))).get(7);
    assertThat(result.id()).isEqualTo("latency-target");
    if (result.verdict() == Verdict.INCONCLUSIVE) {
      assertThat(result.evidence()).anyMatch(line -> line.contains("depend on each other"));
    }
    return new LatencyTargetCheck(LOOKS).judge("after", evidence(List.of(measurement))).verdict();
  }

  @Test
  void failsTheLatencyTargetAfterAFewSlowCalls() {
    assertThat(latencyTarget(new Latency.Look(10, 10))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isNotFasterUnlessTheWholeIntervalSaysSo() {
    assertThat(performance(0.5, 0.4, 0.6)).isEqualTo(Verdict.PASS);
    assertThat(performance(0.9, 0.7, 1.1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(performance(1.3, 1.1, 1.5)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void wantsASmallFootprintAndALargeReduction() {
    assertThat(footprint(60, 600)).isEqualTo(Verdict.PASS);
    assertThat(footprint(60, 200)).isEqualTo(Verdict.FAIL);
    assertThat(footprint(130, 2_000)).isEqualTo(Verdict.FAIL);
    assertThat(footprint(10_000, 60, 600)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void toleratesEightMegabytesOfGrowthAndNoMore() {
    assertThat(growth(8)).isEqualTo(Verdict.PASS);
    assertThat(growth(9)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void failsUnderLoadForEachKindOfTrouble() {
    assertThat(load(load(200, 0, 0, 0, 50.0, 70, null))).isEqualTo(Verdict.PASS);
    assertThat(load(load(199, 1, 0, 0, 50.0, 70, null))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(200, 0, 1, 0, 50.0, 70, null))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(190, 0, 0, 10, 50.0, 70, null))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(200, 0, 0, 0, 1_001.0, 70, null))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(200, 0, 0, 0, 50.0, 129, null))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(0, 0, 0, 0, null, 70, "out of memory"))).isEqualTo(Verdict.FAIL);
    assertThat(load(load(50, 0, 0, 0, null, 70, null))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void marksForeseenFailuresAndReportsThemWhenTheyPass() {
    assertThat(ExpectedFailures.applied(Verdict.FAIL, true)).isEqualTo(Verdict.EXPECTED_FAIL);
    assertThat(ExpectedFailures.applied(Verdict.PASS, true)).isEqualTo(Verdict.UNEXPECTED_PASS);
    assertThat(ExpectedFailures.applied(Verdict.INCONCLUSIVE, true))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ExpectedFailures.reason("after", "load")).isEmpty();
    assertThat(ExpectedFailures.reason("before", "load")).isPresent();
  }

  private static Verdict latencyTarget(Latency.Look... looks) {
    Measurement measurement =
        new Measurement("after", 100, latency(List.of(looks)), null, null, null, null);
    return new LatencyTargetCheck(LOOKS).judge("after", evidence(List.of(measurement))).verdict();
  }

  private static Verdict performance(double ratio, double low, double high) {
    Comparison comparison =
        new Comparison(
            Comparison.LATENCY_P50, 100, "after", "before", ratio, low, high, 5, 0.1, 0.01, null);
    Evidence evidence =
        new Evidence(
            List.of(100), Map.of(), List.of(), List.of(comparison), Map.of(), null, Map.of(), null);
    return new PerformanceBenchmarkCheck("before", 1, 1).judge("after", evidence).verdict();
  }

  private static Verdict footprint(long peakMegabytes, long referenceMegabytes) {
    return footprint(1_000_000, peakMegabytes, referenceMegabytes);
  }

  private static Verdict footprint(int size, long peakMegabytes, long referenceMegabytes) {
    Evidence evidence =
        new Evidence(
            List.of(size),
            Map.of(),
            List.of(
                withMemory("after", size, 0, peakMegabytes),
                withMemory("before", size, 0, referenceMegabytes)),
            List.of(),
            Map.of(),
            null,
            Map.of(),
            null);
    return new MemoryFootprintCheck().judge("after", evidence).verdict();
  }

  private static Verdict growth(long megabytes) {
    List<Measurement> measurements =
        List.of(withMemory("after", 100, 50, 51), withMemory("after", 1_000, 50, 51 + megabytes));
    Evidence evidence =
        new Evidence(
            List.of(100, 1_000), Map.of(), measurements, List.of(), Map.of(), null, Map.of(), null);
    return new ScalabilityCheck().judge("after", evidence).verdict();
  }

  private static Verdict load(LoadOutcome outcome) {
    Evidence evidence =
        new Evidence(
            List.of(100),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            null,
            Map.of("after", outcome),
            null);
    return new LoadCheck().judge("after", evidence).verdict();
  }

  private static LoadStep step(int errors, int wrong, String failure) {
    return new LoadStep(
        "constant", 6, 1, 2, 12, 12, errors, wrong, 0, 6, 1.0, null, 1.0, 1.0, null, null, failure);
  }

  private static Verdict loadWithSeries(LoadStep step) {
    return load(load(200, 0, 0, 0, 500.0, 90, null).withSeries(List.of(step)));
  }

  @Test
  void aStepOfTheLoadSeriesThatErrsFailsTheLoad() {
    assertThat(loadWithSeries(step(0, 0, null))).isEqualTo(Verdict.PASS);
    assertThat(loadWithSeries(step(1, 0, null))).isEqualTo(Verdict.FAIL);
    assertThat(loadWithSeries(step(0, 1, null))).isEqualTo(Verdict.FAIL);
    assertThat(loadWithSeries(step(0, 0, "java.lang.OutOfMemoryError"))).isEqualTo(Verdict.FAIL);
  }

  private static LoadOutcome load(
      int completed,
      int errors,
      int wrong,
      int skipped,
      Double p99,
      long peakMegabytes,
      String failure) {
    return new LoadOutcome(
        "poisson",
        25,
        8,
        6,
        256,
        200,
        completed,
        errors,
        wrong,
        skipped,
        25,
        10.0,
        p99,
        p99,
        1.0,
        peakMegabytes * MEGABYTE,
        0.5,
        null,
        List.of(),
        List.of(),
        failure);
  }

  private static Evidence evidence(List<Measurement> measurements) {
    return new Evidence(
        List.of(100), Map.of(), measurements, List.of(), Map.of(), null, Map.of(), null);
  }

  private static Measurement withMemory(String name, int size, long idle, long peak) {
    Memory memory =
        new Memory(
            Memory.BYTES,
            "test",
            1,
            1,
            idle * MEGABYTE,
            peak * MEGABYTE,
            (peak - idle) * MEGABYTE,
            peak * MEGABYTE,
            0L,
            null,
            List.of(peak * MEGABYTE),
            List.of((peak - idle) * MEGABYTE),
            null);
    return new Measurement(name, size, null, memory, null, null, null);
  }

  private static Latency latency(List<Latency.Look> looks) {
    Figure figure = Figure.of(1, 1, 1);
    return new Latency(
        "ms", "test", 400, 1.0, figure, figure, figure, figure, figure, 1.0, 200, 0, looks,
        List.of(), "", null, null);
  }
}
