package org.activitysummary.evaluation.baseline;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By which factor a ratio of times changed from one run to another, with the uncertainty of both.
 *
 * @param factor this run's ratio divided by the baseline's; above 1 is slower
 * @param low lower end of the two-sided 95 % interval; null if one of the two has none
 * @param high upper end, likewise
 */
record RatioChange(double factor, Double low, Double high) {

  private static final double UPPER_TAIL = 0.975;

  /** Fewer rounds have no spread. */
  private static final int FEWEST_ROUNDS = 2;

  /**
   * Returns the change. The logarithms of the two ratios are means over rounds; their difference
   * has Welch's interval (Welch, The generalization of 'Student's' problem when several different
   * population variances are involved, Biometrika 34, 1947).
   */
  static RatioChange between(Quantity baseline, Quantity run) {
    double difference = Math.log(run.value() / baseline.value());
    double factor = Math.exp(difference);
    if (!hasInterval(baseline) || !hasInterval(run)) {
      return new RatioChange(factor, null, null);
    }
    double a = square(standardError(baseline));
    double b = square(standardError(run));
    double half = 0;
    if (a + b > 0) {
      double freedom =
          square(a + b) / (square(a) / (baseline.rounds() - 1) + square(b) / (run.rounds() - 1));
      half = quantile(freedom) * Math.sqrt(a + b);
    }
    return new RatioChange(factor, Math.exp(difference - half), Math.exp(difference + half));
  }

  private static boolean hasInterval(Quantity quantity) {
    return quantity.low() != null
        && quantity.high() != null
        && quantity.low() > 0
        && quantity.rounds() != null
        && quantity.rounds() >= FEWEST_ROUNDS;
  }

  private static double standardError(Quantity quantity) {
    double half = Math.log(quantity.high() / quantity.low()) / 2;
    return half / quantile(quantity.rounds() - 1);
  }

  private static double quantile(double freedom) {
    return TDistribution.of(freedom).inverseCumulativeProbability(UPPER_TAIL);
  }

  private static double square(double x) {
    return x * x;
  }
}
