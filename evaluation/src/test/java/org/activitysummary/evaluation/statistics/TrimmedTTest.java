package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrimmedTTest {

  private static final double CONFIDENCE = 0.95;

  private static final double[] DISTURBED = {
    0.08, 0.11, 0.095, 0.10, 0.07, 0.13, 0.09, 0.105, 0.85, -0.4, 0.098, 0.092, 0.101, 0.115, 0.084,
    0.093, 0.6, 0.088, 0.097, 0.103
  };

  /**
   * SciPy 1.17.1: scipy.stats.trim_mean(d, .2); scipy.stats.mstats.trimmed_mean_ci(numpy.array(d),
   * limits=(.2, .2), alpha=.05).
   */
  @Test
  void agreesWithSciPy() {
    RealEstimate mean = new TrimmedT().mean(DISTURBED, CONFIDENCE);

    assertThat(mean.value()).isCloseTo(0.09766666666666668, within(1e-12));
    assertThat(mean.low()).isCloseTo(0.09052275308395467, within(1e-9));
    assertThat(mean.high()).isCloseTo(0.10481058024937866, within(1e-9));
  }

  @Test
  void isStudentsIntervalForFewRounds() {
    double[] few = {0.1, 0.2, 0.15, 0.12, 0.5};

    assertThat(new TrimmedT().mean(few, CONFIDENCE)).isEqualTo(new PairedT().mean(few, CONFIDENCE));
    assertThat(new TrimmedT().mean(new double[20], CONFIDENCE).value()).isZero();
  }

  @Test
  void isFarNarrowerThanStudentsWhenAFewRoundsWereDisturbed() {
    RealEstimate trimmed = new TrimmedT().mean(DISTURBED, CONFIDENCE);
    RealEstimate student = new PairedT().mean(DISTURBED, CONFIDENCE);

    assertThat(10 * (trimmed.high() - trimmed.low())).isLessThan(student.high() - student.low());
  }

  /** 400 rounds, one in seven disturbed by up to half, to either side; 2,000 simulated runs. */
  @Tag("simulation")
  @Test
  void coversTheTruthInNearly95Of100RunsOnADisturbedMachine() {
    Random random = new Random(20_250_131);
    int runs = 2_000;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      double[] logRatios = new double[400];
      for (int i = 0; i < logRatios.length; i++) {
        double disturbance = random.nextInt(7) == 0 ? random.nextDouble() - 0.5 : 0;
        logRatios[i] = 0.1 + 0.05 * random.nextGaussian() + disturbance;
      }
      RealEstimate mean = new TrimmedT().mean(logRatios, CONFIDENCE);
      covered += mean.low() <= 0.1 && 0.1 <= mean.high() ? 1 : 0;
    }
    assertThat(covered / (double) runs).isBetween(0.935, 0.965);
  }
}
