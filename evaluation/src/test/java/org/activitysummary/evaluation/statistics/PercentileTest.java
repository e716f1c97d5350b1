package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileTest {

  @ParameterizedTest
  @CsvSource({"100,99", "101,100", "500,495", "1000,990", "1,1", "299,297"})
  void ranksTheNearestWithoutRoundingErrors(int samples, int rank) {
    assertThat(Percentile.P99.rank(samples)).isEqualTo(rank);
  }

  @Test
  void ranksSevenPercentOfAHundredAtSeven() {
    assertThat(new Percentile(700).rank(100)).isEqualTo(7);
  }

  @Test
  void needsAsManySamplesAsPutOneInTheTail() {
    assertThat(Percentile.P99.fewestSamples()).isEqualTo(100);
    assertThat(Percentile.P95.fewestSamples()).isEqualTo(20);
    assertThat(Percentile.P90.fewestSamples()).isEqualTo(10);
    assertThat(Percentile.P50.fewestSamples()).isEqualTo(2);
    assertThat(new Percentile(100).fewestSamples()).isEqualTo(100);
  }

  @Test
  void isNamedAsPeopleNameIt() {
    assertThat(Percentile.P50).hasToString("P50");
    assertThat(Percentile.P99).hasToString("P99");
    assertThat(new Percentile(9_990)).hasToString("P99.9");
    assertThat(new Percentile(9_999)).hasToString("P99.99");
    assertThat(new Percentile(1_000)).hasToString("P10");
  }

  @Test
  void refusesTheWholeAndNothing() {
    assertThatThrownBy(() -> new Percentile(10_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentile lies between 1 and 9999 basis points, found 10000");
    assertThatThrownBy(() -> new Percentile(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentile lies between 1 and 9999 basis points, found 0");
  }

  @Property
  void theRankIsTheFirstThatHoldsTheShare(
      @ForAll @IntRange(min = 1, max = 9_999) int basisPoints,
      @ForAll @IntRange(min = 1, max = 1_000_000) int samples) {
    long rank = new Percentile(basisPoints).rank(samples);

    assertThat(rank).isBetween(1L, (long) samples);
    assertThat(rank * 10_000).isGreaterThanOrEqualTo((long) samples * basisPoints);
    assertThat((rank - 1) * 10_000).isLessThan((long) samples * basisPoints);
  }
}
