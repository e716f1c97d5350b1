package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * References: SciPy 1.17.1, r = scipy.stats.linregress(x, y) with x = N or numpy.log(N); r.slope,
 * r.slope -+ scipy.stats.t.ppf(.975, 10) * r.stderr.
 */
class MemoryGrowthTest {

  private static final long[] SIZES = {100, 10_000, 100_000, 1_000_000};

  private static MemoryGrowth growth(double... bytes) {
    int repetitions = bytes.length / SIZES.length;
    List<GrowthPoint> points = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      points.add(new GrowthPoint(SIZES[i / repetitions], bytes[i]));
    }
    return MemoryGrowth.of(points, 0.95);
  }

  @Test
  void recognizesLinearGrowth() {
    MemoryGrowth growth =
        growth(
            54087838, 44894670, 50842198, 49464461, 49694701, 50168806, 51960028, 55536135,
            54269574, 116645999, 110451573, 109294738);

    assertThat(growth.model()).isEqualTo(GrowthModel.LINEAR);
    assertThat(growth.bytesPerEvent().value()).isCloseTo(63.0578336671435, within(1e-9));
    assertThat(growth.bytesPerEvent().low()).isCloseTo(58.45264345869314, within(1e-6));
    assertThat(growth.bytesPerEvent().high()).isCloseTo(67.66302387559385, within(1e-6));
    assertThat(growth.growth().value()).isCloseTo(63.0578336671435 * 999_900, within(1.0));
    assertThat(growth.sizes()).isEqualTo(4);
  }

  @Test
  void recognizesLogarithmicGrowth() {
    MemoryGrowth growth =
        growth(
            68139393, 67752634, 67365530, 86450561, 87323307, 86602808, 97009461, 95851900,
            96075961, 106807863, 105807148, 104756813);
    double range = Math.log(10_000);

    assertThat(growth.model()).isEqualTo(GrowthModel.LOGARITHMIC);
    assertThat(growth.bytesPerEvent().value()).isCloseTo(24.668646148091547, within(1e-9));
    assertThat(growth.growth().value()).isCloseTo(4130843.852473023 * range, within(1.0));
    assertThat(growth.growth().low()).isCloseTo(4017618.9749463927 * range, within(1.0));
    assertThat(growth.growth().high()).isCloseTo(4244068.729999653 * range, within(1.0));
  }

  @Test
  void saysHowMuchGrowthAConstantMayHide() {
    MemoryGrowth growth =
        growth(
            49817161, 50540525, 51935088, 49730380, 49756441, 51002314, 49113540, 49708280,
            50882539, 50580350, 50091517, 50670104);

    assertThat(growth.model()).isEqualTo(GrowthModel.CONSTANT);
    assertThat(growth.growth().value()).isCloseTo(0.12112460133452914 * 999_900, within(1.0));
    assertThat(growth.growth().low())
        .isCloseTo(-199098.69770106627 * Math.log(10_000), within(1.0));
    assertThat(growth.growth().high()).isCloseTo(1.349272807776818 * 999_900, within(1.0));
    assertThat(growth.reason()).isNull();
  }

  @Test
  void takesZeroAndNegativeValues() {
    assertThat(growth(0, 0, 0, 0, 0, 0, 0, 0).model()).isEqualTo(GrowthModel.CONSTANT);
    assertThat(growth(0, 0, 0, 0, 0, 0, 0, 0).growth())
        .isEqualTo(new RealEstimate(0.0, 0.0, 0.0, null));
    assertThat(growth(-5, 3, 2, -1, 4, -2, 1, 0).model()).isEqualTo(GrowthModel.CONSTANT);
  }

  @Test
  void takesShrinkingForConstant() {
    MemoryGrowth growth = growth(9e6, 9e6, 8e6, 8e6, 7e6, 7e6, 1e6, 2e6);

    assertThat(growth.model()).isEqualTo(GrowthModel.CONSTANT);
    assertThat(growth.bytesPerEvent().high()).isNegative();
  }

  @Test
  void cannotTellTheShapeFromTwoSizes() {
    MemoryGrowth growth =
        MemoryGrowth.of(
            List.of(
                new GrowthPoint(100, 1000),
                new GrowthPoint(100, 1001),
                new GrowthPoint(200, 2000),
                new GrowthPoint(200, 2001)),
            0.95);

    assertThat(growth.model()).isNull();
    assertThat(growth.reason())
        .isEqualTo("2 sizes cannot tell logarithmic from linear growth; measure a third");
    assertThat(growth.bytesPerEvent().value()).isCloseTo(10, Percentage.withPercentage(1e-9));
    assertThat(growth.growth().low()).isPositive();
  }

  @Test
  void cannotTellAnythingFromTwoPoints() {
    MemoryGrowth growth =
        MemoryGrowth.of(List.of(new GrowthPoint(100, 1), new GrowthPoint(200, 2)), 0.95);

    assertThat(growth.model()).isNull();
    assertThat(growth.growth())
        .isEqualTo(
            new RealEstimate(
                1.0, null, null, "2 points always fit a line; an interval needs at least 3"));
    assertThat(MemoryGrowth.of(List.of(), 0.95).reason())
        .isEqualTo("growth needs at least 2 sizes, found 0");
  }

  @Tag("simulation")
  @Test
  void mistakesAConstantForGrowthInOneOfTwentyRunsAtMost() {
    Random random = new Random(20_250_131);
    int runs = 4_000;
    int growing = 0;
    for (int run = 0; run < runs; run++) {
      double[] bytes =
          DoubleStream.generate(() -> 40e6 + 4e6 * random.nextGaussian()).limit(20).toArray();
      growing += growth(bytes).model() == GrowthModel.CONSTANT ? 0 : 1;
    }

    assertThat(growing / (double) runs).isLessThanOrEqualTo(0.055);
  }

  @Test
  void refusesAnImpossibleConfidence() {
    assertThatThrownBy(() -> MemoryGrowth.of(List.of(), 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence lies strictly between 0 and 1, for example 0.95, found 1.5");
  }

  @Test
  void refusesAShapeThatIsMissingWithoutAReason() {
    RealEstimate known = new RealEstimate(1.0, 0.0, 2.0, null);

    assertThatThrownBy(() -> new MemoryGrowth(null, known, known, 3, null))
        .hasMessage("a missing number needs a reason, found none");
  }
}
