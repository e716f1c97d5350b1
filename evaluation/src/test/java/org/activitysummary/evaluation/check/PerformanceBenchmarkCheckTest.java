package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.compared;
import static org.activitysummary.evaluation.check.CheckFixture.faster;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.comparison.Comparison;
import org.junit.jupiter.api.Test;

class PerformanceBenchmarkCheckTest {

  private static final Check FASTER = PerformanceBenchmarkCheck.fasterThan("before");
  private static final Check NO_SLOWER = PerformanceBenchmarkCheck.noSlowerThan("before");

  private static Verdict verdict(Check check, double low, double high) {
    Comparison comparison = faster(10_000, (low + high) / 2, low, high);
    return check.judge("after", compared(List.of(10_000), comparison)).verdict();
  }

  @Test
  void isFasterOnlyWhenTheWholeIntervalSaysSo() {
    assertThat(verdict(FASTER, 0.4, 0.999)).isEqualTo(Verdict.PASS);
    assertThat(verdict(FASTER, 0.7, 1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(FASTER, 0.999, 1.5)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(FASTER, 1, 1.5)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aReplacementMayBeSlowerByFivePercent() {
    assertThat(verdict(NO_SLOWER, 0.9, 1.049)).isEqualTo(Verdict.PASS);
    assertThat(verdict(NO_SLOWER, 0.9, 1.05)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(NO_SLOWER, 1.05, 1.2)).isEqualTo(Verdict.FAIL);
  }

  /** 1 / 0.5, 1 / 0.625 and 1 / 0.4 times as fast. */
  @Test
  void namesTheSizeWithTheLeastGainAndShowsAll() {
    Evidence evidence =
        compared(
            List.of(10_000, 100_000, 1_000_000),
            faster(10_000, 0.25, 0.2, 0.4),
            faster(100_000, 0.5, 0.4, 0.625),
            faster(1_000_000, 0.125, 0.1, 0.2));

    assertThat(FASTER.judge("after", evidence))
        .isEqualTo(
            new Finding(
                Verdict.PASS,
                2.0,
                1.0,
                "x",
                1.6,
                2.5,
                "Fast enough at every size from 10,000 events; least so 2.00 times as fast as 'before'"
                    + " at 100,000 events (95 % interval 1.60 to 2.50).",
                List.of(
                    "10,000 events: 4.00 times as fast, 2.50 to 5.00, 5 rounds",
                    "100,000 events: 2.00 times as fast, 1.60 to 2.50, 5 rounds",
                    "1,000,000 events: 8.00 times as fast, 5.00 to 10.00, 5 rounds")));
  }

  /** 1 / 1.25, 1 / 1.6 and 1 / 1. */
  @Test
  void oneSizeThatIsSlowerFailsTheOthersToo() {
    Evidence evidence =
        compared(
            List.of(10_000, 100_000),
            faster(10_000, 1.25, 1.0, 1.6),
            faster(100_000, 0.5, 0.4, 0.625));

    assertThat(FASTER.judge("after", evidence).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(FASTER.judge("after", evidence).sentence())
        .isEqualTo(
            "Not shown to be fast enough at every size: 0.80 times as fast as 'before' at 10,000"
                + " events (95 % interval 0.63 to 1.00).");
  }

  @Test
  void smallUsersCountForAReplacementOnly() {
    Evidence evidence =
        compared(
            List.of(1, 9_999, 10_000),
            faster(1, 2, 1.9, 2.1),
            faster(9_999, 2, 1.9, 2.1),
            faster(10_000, 0.5, 0.4, 0.6));

    assertThat(FASTER.judge("after", evidence).verdict()).isEqualTo(Verdict.PASS);
    assertThat(NO_SLOWER.judge("after", evidence).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(NO_SLOWER.judge("after", evidence).limit()).isEqualTo(1 / 1.05);
    assertThat(NO_SLOWER.judge("after", evidence).evidence()).hasSize(3);
  }

  @Test
  void needsAnIntervalAtEverySizeThatCounts() {
    Finding missing =
        Finding.inconclusive("There is no comparison with 'before' at 100,000 events.");
    Comparison first = faster(10_000, 0.5, 0.4, 0.6);
    Comparison open =
        new Comparison(
            Comparison.LATENCY_P50,
            100_000,
            "after",
            "before",
            0.5,
            null,
            null,
            1,
            null,
            null,
            "one round");

    assertThat(FASTER.judge("after", compared(List.of(10_000, 100_000), first))).isEqualTo(missing);
    assertThat(FASTER.judge("after", compared(List.of(10_000, 100_000), first, open)))
        .isEqualTo(missing);
  }

  @Test
  void saysThatNoSizeThatCountsWasTimed() {
    assertThat(FASTER.judge("after", compared(List.of(100, 9_999))))
        .isEqualTo(Finding.inconclusive("No size from 10,000 events was timed."));
  }

  @Test
  void nothingIsFasterThanItself() {
    assertThat(FASTER.judge("before", compared(List.of(10_000))))
        .isEqualTo(
            new Finding(
                Verdict.FAIL,
                1.0,
                1.0,
                "x",
                null,
                null,
                "It is not faster than itself.",
                List.of()));
  }

  @Test
  void belongsToTheBenchmark() {
    assertThat(FASTER.id()).isEqualTo("performance-benchmark");
    assertThat(FASTER.requirement()).isEqualTo("R8");
  }
}
