package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GrowthFitTest {

  /**
   * SciPy 1.17.1: r = scipy.stats.linregress(numpy.log(N), numpy.log(y)); r.slope, r.slope -+
   * scipy.stats.t.ppf(.975, 2) * r.stderr.
   */
  @Test
  void agreesWithSciPy() {
    RealEstimate exponent =
        GrowthFit.exponent(
            List.of(
                new GrowthPoint(100, 1.1e6),
                new GrowthPoint(1_000, 2.0e6),
                new GrowthPoint(10_000, 1.15e7),
                new GrowthPoint(100_000, 1.02e8)),
            0.95);

    assertThat(exponent.value()).isCloseTo(0.6661290304500705, within(1e-12));
    assertThat(exponent.low()).isCloseTo(0.18838338152948386, within(1e-9));
    assertThat(exponent.high()).isCloseTo(1.1438746793706573, within(1e-9));
  }

  @Property(tries = 200)
  void findsTheExponentOfAPowerLawInAnyUnit(
      @ForAll @DoubleRange(min = -1, max = 3) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double unit) {
    List<GrowthPoint> points =
        Stream.of(100, 10_000, 100_000, 1_000_000)
            .map(size -> new GrowthPoint(size, unit * Math.pow(size, exponent)))
            .toList();

    RealEstimate found = GrowthFit.exponent(points, 0.95);
    assertThat(found.value()).isCloseTo(exponent, within(1e-9));
    assertThat(found.value()).isBetween(found.low(), found.high());
  }

  @Test
  void hasNoIntervalForTwoPoints() {
    RealEstimate exponent =
        GrowthFit.exponent(List.of(new GrowthPoint(10, 1), new GrowthPoint(100, 10)), 0.95);

    assertThat(exponent.value()).isCloseTo(1, within(1e-12));
    assertThat(exponent.low()).isNull();
    assertThat(exponent.reason())
        .isEqualTo("2 points always fit a line; an interval needs at least 3");
  }

  @Test
  void hasNoExponentForOneSize() {
    assertThat(GrowthFit.exponent(List.of(new GrowthPoint(10, 1), new GrowthPoint(10, 2)), 0.95))
        .isEqualTo(RealEstimate.absent("growth needs at least 2 sizes, found 1"));
    assertThat(GrowthFit.exponent(List.of(), 0.95).reason())
        .isEqualTo("growth needs at least 2 sizes, found 0");
  }

  @Test
  void hasNoExponentForAValueWithoutALogarithm() {
    assertThat(GrowthFit.exponent(List.of(new GrowthPoint(10, 0), new GrowthPoint(100, 2)), 0.95))
        .isEqualTo(
            RealEstimate.absent("a growth exponent needs values above 0, found 0.0 at size 10"));
  }

  @Test
  void refusesPointsThatCannotBe() {
    assertThatThrownBy(() -> new GrowthPoint(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a size is at least 1 event, found 0");
    assertThatThrownBy(() -> new GrowthPoint(10, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a value must be a finite number, found NaN at size 10");
    assertThatThrownBy(() -> GrowthFit.exponent(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence lies strictly between 0 and 1, for example 0.95, found 0.0");
  }

  @Test
  void takesASizeOfOneEvent() {
    assertThat(new GrowthPoint(1, 5).size()).isEqualTo(1);
  }
}
