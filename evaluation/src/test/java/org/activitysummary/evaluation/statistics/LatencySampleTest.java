package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatencySampleTest {

  private static LatencySample upTo(int samples) {
    return LatencySample.of(LongStream.rangeClosed(1, samples).toArray());
  }

  /** numpy 2: numpy.quantile(range(1, n + 1), p, method='inverted_cdf'). */
  @Test
  void readsPercentilesOffByNearestRank() {
    assertThat(upTo(100).percentile(Percentile.P99, 0.95).value()).isEqualTo(99);
    assertThat(upTo(101).percentile(Percentile.P99, 0.95).value()).isEqualTo(100);
    assertThat(upTo(250).percentile(Percentile.P95, 0.95).value()).isEqualTo(238);
    assertThat(upTo(7).percentile(Percentile.P50, 0.95).value()).isEqualTo(4);
  }

  @Test
  void doesNotKnowP99BelowAHundredSamples() {
    assertThat(upTo(99).percentile(Percentile.P99, 0.95))
        .isEqualTo(Estimate.absent("P99 needs at least 100 samples, found 99"));
  }

  @Test
  void hasNoHighEndOfP99Below368Samples() {
    assertThat(upTo(367).percentile(Percentile.P99, 0.95))
        .isEqualTo(
            new Estimate(
                364L,
                359L,
                null,
                "367 samples are too few for the high end of the interval of P99 at confidence 0.95"));
    assertThat(upTo(368).percentile(Percentile.P99, 0.95))
        .isEqualTo(new Estimate(365L, 360L, 368L, null));
  }

  @Test
  void saysWhichEndsAreMissing() {
    assertThat(upTo(100).percentile(new Percentile(100), 0.95).reason())
        .isEqualTo(
            "100 samples are too few for the low end of the interval of P1 at confidence 0.95");
    assertThat(upTo(2).percentile(Percentile.P50, 0.95))
        .isEqualTo(
            new Estimate(
                1L,
                null,
                null,
                "2 samples are too few for either end of the interval of P50 at confidence 0.95"));
  }

  @Test
  void describesTheWhole() {
    LatencySample sample = LatencySample.of(30, 10, 20, 40);

    assertThat(sample.size()).isEqualTo(4);
    assertThat(sample.min()).isEqualTo(10);
    assertThat(sample.max()).isEqualTo(40);
    assertThat(sample.mean()).isEqualTo(25);
    assertThat(sample.median()).isEqualTo(25);
    assertThat(sample.atRank(2)).isEqualTo(20);
    assertThat(sample).hasToString("4 calls, 10 to 40 ns");
  }

  @Test
  void meansTimesWhoseSumExceedsALong() {
    assertThat(LatencySample.of(Long.MAX_VALUE, Long.MAX_VALUE).mean())
        .isCloseTo(Long.MAX_VALUE, within(1e4));
  }

  @Test
  void countsACallAtTheLimitAsWithinIt() {
    LatencySample sample = LatencySample.of(100, 200, 200, 201, 900);

    assertThat(sample.countOver(200)).isEqualTo(2);
    assertThat(sample.countOver(99)).isEqualTo(5);
    assertThat(sample.countOver(900)).isZero();
  }

  @Test
  void keepsItsTimesToItself() {
    long[] nanos = {3, 1, 2};
    LatencySample sample = LatencySample.of(nanos);
    nanos[1] = 99;

    assertThat(sample)
        .isEqualTo(LatencySample.of(1, 2, 3))
        .hasSameHashCodeAs(LatencySample.of(2, 1, 3));
  }

  @Test
  void poolsParts() {
    assertThat(LatencySample.pooled(List.of(LatencySample.of(4, 1), LatencySample.of(3))))
        .isEqualTo(LatencySample.of(1, 3, 4));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(LatencySample::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a latency sample needs at least 1 call, found 0");
    assertThatThrownBy(() -> LatencySample.of(5, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a latency is at least 0 ns, found -1 ns; time with a monotonic clock");
    assertThatThrownBy(() -> upTo(100).percentile(Percentile.P99, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence lies strictly between 0 and 1, for example 0.95, found NaN");
  }

  @Property
  void percentilesRiseAndStayWithinTheData(
      @ForAll @Size(min = 100, max = 500) List<@LongRange(min = 0) Long> nanos) {
    LatencySample sample = LatencySample.of(nanos.stream().mapToLong(Long::longValue).toArray());
    long[] values =
        LongStream.rangeClosed(1, 99)
            .map(p -> sample.percentile(new Percentile((int) p * 100), 0.9).value())
            .toArray();

    assertThat(values).isSorted();
    assertThat(nanos).containsAll(Arrays.stream(values).boxed().toList());
  }

  @Test
  void differsFromOtherTimes() {
    assertThat(LatencySample.of(1, 2, 3)).isNotEqualTo(LatencySample.of(1, 2, 4));
    assertThat(LatencySample.of(1, 2, 3).hashCode())
        .isNotEqualTo(LatencySample.of(1, 2, 4).hashCode());
  }

  /** Six of six calls lie on one side with probability 1 / 64, each: 96.9 % lie between. */
  @Test
  void endsAnIntervalAtTheFastestAndTheSlowestCall() {
    assertThat(upTo(6).percentile(Percentile.P50, 0.95)).isEqualTo(new Estimate(3L, 1L, 6L, null));
  }
}
