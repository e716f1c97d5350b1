package org.activitysummary.evaluation.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Power of the two-sided paired t test, exact through the noncentral t distribution. */
final class PairedTPower {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Even number of Simpson's intervals; the result agrees with SciPy's to 1e-6. */
  private static final int STEPS = 400;

  private static final int BISECTIONS = 50;

  private PairedTPower() {}

  /**
   * Returns how many standard errors a true shift must have for the test to find it.
   *
   * @param pairs at least 2
   * @param alpha two-sided
   * @param power wanted, for example 0.8
   */
  static double detectableStandardErrors(int pairs, double alpha, double power) {
    int freedom = pairs - 1;
    double critical = TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2);
    double low = 0;
    double high = 10 * (critical + 1);
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (power(middle, critical, freedom) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Integrates over the estimated standard deviation, as a multiple of the true one. */
  static double power(double shift, double critical, int freedom) {
    ChiSquaredDistribution squares = ChiSquaredDistribution.of(freedom);
    double end = Math.sqrt(squares.inverseSurvivalProbability(1e-14) / freedom);
    double width = end / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double deviation = Math.max(1e-9, i * width);
      double density = 2 * freedom * deviation * squares.density(freedom * deviation * deviation);
      double found =
          NORMAL.cumulativeProbability(shift - critical * deviation)
              + NORMAL.cumulativeProbability(-shift - critical * deviation);
      sum += simpsonWeight(i) * density * found;
    }
    return sum * width / 3;
  }

  private static int simpsonWeight(int i) {
    if (i == 0 || i == STEPS) {
      return 1;
    }
    return i % 2 == 0 ? 2 : 4;
  }
}
