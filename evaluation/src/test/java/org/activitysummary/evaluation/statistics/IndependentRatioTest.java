package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.activitysummary.evaluation.statistics.IndependentRatio.Mean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IndependentRatioTest {

  /** The numbers of an independent calculation: t distribution integrated numerically. */
  @Test
  void agreesWithWelchsIntervalOfTheLogarithms() {
    IndependentRatio ratio =
        IndependentRatio.between(Mean.of(10, 11, 12, 13), Mean.of(14, 15, 19, 16, 18));

    assertThat(ratio.factor()).isCloseTo(1.42378, within(1e-5));
    assertThat(ratio.low()).isCloseTo(1.17788, within(1e-4));
    assertThat(ratio.high()).isCloseTo(1.72102, within(1e-4));
  }

  @Tag("simulation")
  @Test
  void coversTheTruthAsOftenAsItSays() {
    Random random = new Random(3);
    int covered = 0;
    for (int i = 0; i < 2_000; i++) {
      IndependentRatio ratio =
          IndependentRatio.between(draw(random, 0, 4, 0.1), draw(random, Math.log(1.2), 8, 0.05));
      covered += ratio.low() <= 1.2 && 1.2 <= ratio.high() ? 1 : 0;
    }
    assertThat(covered / 2_000.0).isBetween(0.935, 0.965);
  }

  private static Mean draw(Random random, double level, int rounds, double spread) {
    double[] values = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] = Math.exp(level + spread * random.nextGaussian());
    }
    return Mean.of(values);
  }

  @Test
  void anIntervalGivesItsStandardErrorBack() {
    Mean direct = Mean.of(3, 4, 5);
    IndependentRatio itself = IndependentRatio.between(Mean.of(1, 1, 1), direct);
    double half = direct.standardError() * 4.302652729749462;
    Mean back =
        Mean.ofInterval(
            Math.exp(direct.log()),
            Math.exp(direct.log() - half),
            Math.exp(direct.log() + half),
            3,
            0.95);

    assertThat(back.standardError()).isCloseTo(direct.standardError(), within(1e-9));
    assertThat(itself.factor()).isCloseTo(Math.cbrt(60), within(1e-9));
  }

  @Test
  void roundsOfTwoDrawsAreAsGoodAsRoundsOfOne() {
    Mean together = Mean.of(3, 4, 5).and(Mean.of(7, 8));

    assertThat(together.log()).isCloseTo(Mean.of(3, 4, 5, 7, 8).log(), within(1e-12));
    assertThat(together.standardError())
        .isCloseTo(Mean.of(3, 4, 5, 7, 8).standardError(), within(1e-12));
    assertThat(together.rounds()).isEqualTo(5);
  }

  @Test
  void oneRoundHasNoInterval() {
    IndependentRatio ratio = IndependentRatio.between(Mean.of(2), Mean.of(3, 3.1));

    assertThat(ratio.factor()).isGreaterThan(1.4);
    assertThat(ratio.low()).isNull();
    assertThat(ratio.high()).isNull();
  }

  @Test
  void twoRoundsHaveASpreadAndAnIntervalFromNothingHasNone() {
    assertThat(Mean.ofInterval(2, 1.0, 4.0, 2, 0.95).standardError()).isPositive();
    assertThat(Mean.ofInterval(2, 1.0, 4.0, 1, 0.95).standardError()).isNaN();
    assertThat(Mean.ofInterval(2, 0.0, 4.0, 5, 0.95).standardError()).isNaN();
    assertThat(Mean.ofInterval(2, null, 4.0, 5, 0.95).standardError()).isNaN();
    assertThat(Mean.ofInterval(2, 1.0, null, 5, 0.95).standardError()).isNaN();
  }

  @Test
  void valuesThatNeverVaryLeaveNoDoubt() {
    IndependentRatio ratio = IndependentRatio.between(Mean.of(2, 2), Mean.of(3, 3, 3));

    assertThat(ratio.low()).isEqualTo(ratio.factor());
    assertThat(ratio.high()).isEqualTo(ratio.factor()).isCloseTo(1.5, within(1e-12));
  }
}
