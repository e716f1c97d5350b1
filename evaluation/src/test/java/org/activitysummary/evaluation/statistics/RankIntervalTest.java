package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankIntervalTest {

  /**
   * SciPy 1.17.1, with b = scipy.stats.binom: low = max(k for k in range(1, n + 1) if b.cdf(k - 1,
   * n, p) <= .025), high = min(k for k in range(1, n + 1) if b.sf(k - 1, n, p) <= .025); n + 1
   * stands for none.
   */
  @ParameterizedTest
  @CsvSource({
    "5000, 20, 6, 15",
    "5000, 367, 165, 203",
    "5000, 1000, 469, 532",
    "9000, 20, 15, 21",
    "9000, 100, 84, 96",
    "9500, 100, 90, 100",
    "9500, 500, 465, 485",
    "9900, 100, 97, 101",
    "9900, 367, 359, 368",
    "9900, 368, 360, 368",
    "9900, 500, 490, 500",
    "9900, 1000, 983, 997",
    "9900, 2000, 1971, 1989",
    "9900, 5000, 4936, 4964",
  })
  void agreesWithSciPy(int basisPoints, int samples, int low, int high) {
    assertThat(RankInterval.of(new Percentile(basisPoints), samples, 0.95))
        .isEqualTo(new RankInterval(low, high));
  }

  @Property
  void coversAtLeastAsOftenAsItClaims(
      @ForAll @IntRange(min = 1, max = 9_999) int basisPoints,
      @ForAll @IntRange(min = 1, max = 3_000) int samples,
      @ForAll @IntRange(min = 50, max = 99) int confidencePercent) {
    Percentile percentile = new Percentile(basisPoints);
    double confidence = confidencePercent / 100.0;
    RankInterval ranks = RankInterval.of(percentile, samples, confidence);

    BinomialDistribution below = BinomialDistribution.of(samples, percentile.probability());
    double coverage = below.probability(ranks.low() - 1, ranks.high() - 1);
    assertThat(coverage).isGreaterThanOrEqualTo(confidence - 1e-9);
    assertThat(percentile.rank(samples)).isBetween(ranks.low(), ranks.high());
  }

  /** Of two calls both lie below the median in a quarter of all cases, by hand. */
  @Test
  void givesAwayExactlyTheErrorThatIsAllowed() {
    assertThat(RankInterval.of(Percentile.P50, 2, 0.5)).isEqualTo(new RankInterval(1, 2));
    assertThat(RankInterval.of(Percentile.P50, 2, 0.51)).isEqualTo(new RankInterval(0, 3));
  }
}
