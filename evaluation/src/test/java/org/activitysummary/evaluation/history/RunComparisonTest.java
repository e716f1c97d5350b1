package org.activitysummary.evaluation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.history.RunComparison.Row;
import org.activitysummary.evaluation.report.Report;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

  private static Row row(RunComparison comparison, String quantity) {
    return comparison.rows().stream()
        .filter(r -> r.implementation().equals("after") && r.size() == 1_000_000)
        .filter(r -> r.quantity().equals(quantity))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSlowdownIsMoreThanChanceAndItsSizeIsTold() {
    RunComparison comparison =
        RunComparison.of(
            new RecordedFixture().report(), new RecordedFixture().seeded(2).slowedBy(1.3).report());

    assertThat(row(comparison, "latency-p50").significant()).isTrue();
    assertThat(row(comparison, "latency-p50").change().factor()).isBetween(1.25, 1.35);
    assertThat(row(comparison, "latency.p50/before").significant()).isTrue();
    assertThat(row(comparison, "rows-per-call").significant()).isFalse();
  }

  @Test
  void equalRunsDoNotDiffer() {
    RunComparison comparison =
        RunComparison.of(new RecordedFixture().report(), new RecordedFixture().seeded(2).report());

    assertThat(comparison.differences()).isEmpty();
    assertThat(row(comparison, "latency-p50").significant()).isFalse();
  }

  @Test
  void oneRowMoreIsNoChance() {
    RunComparison comparison =
        RunComparison.of(
            new RecordedFixture().report(), new RecordedFixture().withExtraRows(1).report());

    assertThat(row(comparison, "rows-per-call").significant()).isTrue();
  }

  @Test
  void absoluteTimesOfOtherMachinesAreRefused() {
    Report here = new RecordedFixture().report();
    Environment e = here.environment();
    Report there =
        here.with(
            new Environment(
                "another processor",
                e.cores(),
                e.memoryBytes(),
                e.os(),
                e.jvm(),
                e.jvmFlags(),
                e.callerJvmFlags(),
                e.postgres(),
                e.git(),
                e.noise()),
            here.measurements(),
            here.comparisons(),
            here.checks(),
            here.regressions(),
            here.gate());

    RunComparison comparison = RunComparison.of(here, there);

    assertThat(comparison.differences()).singleElement().asString().contains("another processor");
    assertThat(comparison.rows())
        .extracting(Row::quantity)
        .doesNotContain("latency-p50", "latency-p99")
        .contains("latency.p50/before", "rows-per-call");
  }

  @Test
  void whatOnlyOneRunMeasuredIsTold() {
    RunComparison comparison =
        RunComparison.of(
            new RecordedFixture().report(), new RecordedFixture().of("before").report());

    assertThat(comparison.onlyInOne())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("only in the first: after/"));
    assertThat(List.copyOf(comparison.rows())).noneMatch(r -> r.implementation().equals("after"));
  }
}
