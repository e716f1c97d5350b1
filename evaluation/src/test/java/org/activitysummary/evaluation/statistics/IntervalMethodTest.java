package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IntervalMethodTest {

  private static final double[] LOG_RATIOS = {0.1, -0.05, 0.02, 0.31, 0.17, 0.08, -0.11};

  private static List<LatencySample> rounds(long... nanos) {
    return LongStream.of(nanos).mapToObj(LatencySample::of).toList();
  }

  /**
   * Python: the generator of java.util.Random ported; places 49 and 950 of the 1,000 sorted means,
   * times sqrt(7 / 6) * t.ppf(.95, 6) / norm.ppf(.95).
   */
  @Test
  void stretchedBootstrapAgreesWithAnotherProgramDrawForDraw() {
    RealEstimate mean = new StretchedBootstrap(42, 1_000).mean(LOG_RATIOS, 0.9);

    assertThat(mean.value()).isCloseTo(0.07428571428571429, within(1e-12));
    assertThat(mean.low()).isCloseTo(-0.025973404260126537, within(1e-9));
    assertThat(mean.high()).isCloseTo(0.18001351202496463, within(1e-9));
  }

  /** The same at places 24 and 975, with .975. */
  @Test
  void stretchedBootstrapAgreesAtTheUsualConfidenceToo() {
    RealEstimate mean = new StretchedBootstrap(42, 1_000).mean(LOG_RATIOS, 0.95);

    assertThat(mean.low()).isCloseTo(-0.04707723940284397, within(1e-9));
    assertThat(mean.high()).isCloseTo(0.20335425233545085, within(1e-9));
  }

  @Test
  void sayWhatTheyAre() {
    assertThat(new PairedT().description())
        .isEqualTo("paired t interval on the log ratios of rounds");
    assertThat(new TrimmedT().description())
        .isEqualTo(
            "paired t interval on the log ratios of rounds; from 20 rounds on, a fifth cut at either"
                + " end");
  }

  /** A comparison of its own: its power is computed here, not remembered from another test. */
  @Test
  void theDetectableEffectFollowsFromTheSpread() {
    RatioEstimate ratio =
        new PairedRatio(new PairedT(), 0.95)
            .compare(
                rounds(110, 121, 105, 118, 130),
                rounds(100, 104, 101, 99, 112),
                RoundQuantity.MEDIAN);

    assertThat(ratio.minimumDetectableEffect()).isCloseTo(0.09689206349873233, within(1e-8));
  }

  @Test
  void theLevelOfTheReferenceIsTheMedianOfItsRounds() {
    PairedRatio comparison = new PairedRatio(new PairedT(), 0.95);

    assertThat(
            comparison
                .compare(rounds(1, 1, 1, 1), rounds(104, 100, 90, 200), RoundQuantity.MEDIAN)
                .referenceNanos())
        .isEqualTo(102);
    assertThat(
            comparison
                .compare(rounds(1, 1, 1), rounds(200, 90, 104), RoundQuantity.MEDIAN)
                .referenceNanos())
        .isEqualTo(104);
  }

  @Test
  void theFewestResamplesOfABootstrapAreAThousand() {
    assertThat(new StretchedBootstrap(1, 1_000).resamples()).isEqualTo(1_000);
  }
}
