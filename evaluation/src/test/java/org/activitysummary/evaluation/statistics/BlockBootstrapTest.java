package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockBootstrapTest {

  private static final BlockBootstrap BOOTSTRAP = new BlockBootstrap(42, 10_000);

  private static List<LatencySample> rounds(int count, int calls, double betweenRounds) {
    Random random = new Random(20_250_131);
    List<LatencySample> rounds = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      double level = betweenRounds * random.nextGaussian();
      long[] nanos = new long[calls];
      for (int i = 0; i < calls; i++) {
        nanos[i] = Math.round(1e8 * Math.exp(level + 0.1 * random.nextGaussian()));
      }
      rounds.add(LatencySample.of(nanos));
    }
    return rounds;
  }

  private static Estimate pooled(List<LatencySample> rounds) {
    return LatencySample.pooled(rounds).percentile(Percentile.P99, 0.95);
  }

  @Test
  void isTheSameForTheSameSeed() {
    List<LatencySample> rounds = rounds(10, 100, 0.1);

    assertThat(BOOTSTRAP.percentile(rounds, Percentile.P99, 0.95))
        .isEqualTo(BOOTSTRAP.percentile(rounds, Percentile.P99, 0.95));
  }

  @Test
  void isNeverNarrowerThanIndependentCallsWouldAllow() {
    List<LatencySample> rounds = rounds(10, 100, 0);
    Estimate estimate = BOOTSTRAP.percentile(rounds, Percentile.P99, 0.95);

    assertThat(estimate.value()).isEqualTo(pooled(rounds).value());
    assertThat(estimate.low()).isLessThanOrEqualTo(pooled(rounds).low());
    assertThat(estimate.high()).isGreaterThanOrEqualTo(pooled(rounds).high());
  }

  @Test
  void isWiderThanThatWhenRoundsDiffer() {
    List<LatencySample> rounds = rounds(10, 200, 0.3);
    Estimate estimate = BOOTSTRAP.percentile(rounds, Percentile.P99, 0.95);

    assertThat(estimate.low()).isLessThan(pooled(rounds).low());
    assertThat(estimate.high()).isLessThanOrEqualTo(LatencySample.pooled(rounds).max());
  }

  @Test
  void findsNoSpreadInRoundsThatAreAllTheSame() {
    LatencySample round = LatencySample.of(new Random(1).longs(50, 1, 1_000_000).toArray());
    List<LatencySample> rounds = List.of(round, round, round, round, round, round, round, round);

    assertThat(BOOTSTRAP.percentile(rounds, Percentile.P50, 0.95))
        .isEqualTo(LatencySample.pooled(rounds).percentile(Percentile.P50, 0.95));
  }

  @Test
  void lacksTheEndThatTooFewCallsCannotKnow() {
    Estimate estimate = BOOTSTRAP.percentile(rounds(4, 50, 0.1), Percentile.P99, 0.95);

    assertThat(estimate.low()).isNotNull();
    assertThat(estimate.high()).isNull();
    assertThat(estimate.reason())
        .isEqualTo(
            "200 samples are too few for the high end of the interval of P99 at confidence 0.95");
    assertThat(BOOTSTRAP.percentile(rounds(4, 24, 0.1), Percentile.P99, 0.95))
        .isEqualTo(Estimate.absent("P99 needs at least 100 samples, found 96"));
  }

  @Test
  void hasNoIntervalForOneRound() {
    assertThat(BOOTSTRAP.percentile(rounds(1, 500, 0), Percentile.P99, 0.95).reason())
        .isEqualTo("1 round has no spread between rounds; an interval needs at least 2");
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> BOOTSTRAP.percentile(List.of(), Percentile.P99, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block bootstrap needs at least 1 round, found 0");
    assertThatThrownBy(() -> new BlockBootstrap(1, 999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bootstrap needs at least 1000 resamples, found 999; 10000 is usual");
  }

  private static LatencySample ramp(int calls, long from, long step) {
    return LatencySample.of(LongStream.range(0, calls).map(i -> from + step * i).toArray());
  }

  /**
   * Python: the generator of java.util.Random ported, whole rounds drawn and pooled, nearest rank;
   * tail = norm.sf(sqrt(4 / 3) * t.ppf(1 - (1 - c) / 2, 3)), index floor(tail * 999) of the 1,000
   * sorted medians. The order statistics alone give 219 to 233, 213 to 240 and 210 to 246.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 205, 252", "0.8, 189, 270", "0.95, 163, 278"})
  void agreesWithAnotherProgramDrawForDraw(double confidence, long low, long high) {
    List<LatencySample> rounds =
        List.of(ramp(20, 100, 7), ramp(30, 180, 3), ramp(25, 90, 11), ramp(20, 260, 2));

    assertThat(new BlockBootstrap(42, 1_000).percentile(rounds, Percentile.P50, confidence))
        .isEqualTo(new Estimate(226L, low, high, null));
  }
}
