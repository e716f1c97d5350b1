package org.activitysummary.evaluation.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What one look at a fixed number of calls says about "fewer than 1 % of calls take longer than the
 * limit", which is the same as "P99 is below the limit".
 *
 * <p>The exact one-sided binomial test in both directions: pass when so few calls over the limit
 * would be rare (at most {@code alpha}) if the share were 1 %, fail when so many would be. It
 * assumes that the number of calls was fixed before; who looks more than once needs a {@link
 * LookPlan}.
 *
 * @param samples calls made, at least 1
 * @param over calls that took longer than the limit, 0 to {@code samples}
 * @param alpha error of each side, strictly between 0 and 0.5
 */
public record ExceedanceTest(int samples, int over, double alpha) {

  /** The share of calls that P99 allows over the limit. */
  public static final double SHARE = 0.01;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  public ExceedanceTest {
    requireCounts(samples, over);
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException(
          "alpha lies strictly between 0 and 0.5, for example 0.05, found " + alpha);
    }
  }

  static void requireCounts(int samples, int over) {
    if (samples < 1) {
      throw new IllegalArgumentException("a test needs at least 1 sample, found " + samples);
    }
    if (over < 0 || over > samples) {
      throw new IllegalArgumentException(
          "calls over the limit lie between 0 and %d samples, found %d".formatted(samples, over));
    }
  }

  /** Returns PASS, FAIL or INCONCLUSIVE; never null. */
  public Decision decision() {
    if (passPValue() <= alpha) {
      return Decision.PASS;
    }
    return failPValue() <= alpha ? Decision.FAIL : Decision.INCONCLUSIVE;
  }

  /** Returns the probability of so few calls over the limit, or fewer, if the share were 1 %. */
  public double passPValue() {
    return atBoundary(samples).cumulativeProbability(over);
  }

  /** Returns the probability of so many calls over the limit, or more, if the share were 1 %. */
  public double failPValue() {
    return atBoundary(samples).survivalProbability(over - 1);
  }

  /**
   * Returns the share of calls over the limit, 0 to 1, with the exact interval of Clopper and
   * Pearson (Biometrika 26, 1934).
   *
   * @param confidence of the two-sided interval, for example 0.95
   */
  public RealEstimate share(double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    int within = samples - over;
    double low =
        over == 0 ? 0 : BetaDistribution.of(over, within + 1).inverseCumulativeProbability(tail);
    double high =
        within == 0 ? 1 : BetaDistribution.of(over + 1, within).inverseSurvivalProbability(tail);
    return new RealEstimate(over / (double) samples, low, high, null);
  }

  static BinomialDistribution atBoundary(int samples) {
    return BinomialDistribution.of(samples, SHARE);
  }
}
