package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramCodecTest {

  @Property(tries = 50)
  void givesBackEveryTimeToThreeDigits(
      @ForAll @Size(min = 1, max = 200)
          List<@LongRange(min = 1, max = 3_600_000_000_000L) Long> nanos) {
    LatencySample sample = LatencySample.of(nanos.stream().mapToLong(Long::longValue).toArray());
    Histogram histogram = HistogramCodec.decode(HistogramCodec.encode(sample));

    assertThat(histogram.getTotalCount()).isEqualTo(sample.size());
    assertThat(histogram.getMaxValue()).isCloseTo(sample.max(), Percentage.withPercentage(0.1));
    for (long time : nanos) {
      assertThat(histogram.getCountAtValue(time)).isPositive();
    }
  }

  @Test
  void writesTenThousandTimesInAFewThousandCharacters() {
    Random random = new Random(1);
    long[] nanos =
        random
            .doubles(10_000)
            .mapToLong(u -> (long) (100e6 * Math.exp(0.1 * random.nextGaussian())))
            .toArray();
    String text = HistogramCodec.encode(LatencySample.of(nanos));

    assertThat(text).startsWith("HISTFAAA").hasSizeLessThan(4_000);
  }

  @Test
  void keepsZeroAndOneHour() {
    LatencySample sample = LatencySample.of(0, HistogramCodec.LONGEST_NANOS);
    Histogram histogram = HistogramCodec.decode(HistogramCodec.encode(sample));

    assertThat(histogram.getCountAtValue(0)).isEqualTo(1);
    assertThat(histogram.getCountAtValue(HistogramCodec.LONGEST_NANOS)).isEqualTo(1);
  }

  @Test
  void refusesMoreThanAnHour() {
    assertThatThrownBy(() -> HistogramCodec.encode(LatencySample.of(3_600_000_000_001L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a histogram holds times up to 3600000000000 ns (1 h), found 3600000000001 ns");
  }

  @Test
  void refusesTextThatIsNoHistogram() {
    String whole = HistogramCodec.encode(LatencySample.of(1, 2, 3));

    for (String text : List.of("", "no base 64!", "AAAA", whole.substring(0, whole.length() / 2))) {
      assertThatThrownBy(() -> HistogramCodec.decode(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected a compressed HdrHistogram as Base64, found \"")
          .hasCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void quotesTheFirstTwentyCharactersOfAWrongText() {
    assertThatThrownBy(() -> HistogramCodec.decode("?".repeat(20)))
        .hasMessageEndingWith("found \"????????????????????\"");
    assertThatThrownBy(() -> HistogramCodec.decode("?".repeat(21)))
        .hasMessageEndingWith("found \"????????????????????...\"");
  }
}
