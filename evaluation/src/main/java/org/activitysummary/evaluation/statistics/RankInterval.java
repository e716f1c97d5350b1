package org.activitysummary.evaluation.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Ranks of the order statistics that enclose a percentile with a given confidence, whatever the
 * distribution.
 *
 * <p>The number of samples below the true percentile is binomial, so the ranks follow from its
 * exact tails: at most half of the error goes to each side (Hahn and Meeker, <i>Statistical
 * Intervals</i>, 5.2). Assumes independent samples; see {@link Dependence} for how far they are.
 *
 * @param low rank of the lower end, 1 to the number of samples, or 0 when no sample is low enough
 * @param high rank of the upper end, or one more than the number of samples when no sample is high
 *     enough
 */
record RankInterval(int low, int high) {

  static RankInterval of(Percentile percentile, int samples, double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    BinomialDistribution below = BinomialDistribution.of(samples, percentile.probability());
    int rank = percentile.rank(samples);
    int low = rank;
    while (low > 0 && below.cumulativeProbability(low - 1) > tail) {
      low--;
    }
    int high = rank;
    while (high <= samples && below.survivalProbability(high - 1) > tail) {
      high++;
    }
    return new RankInterval(low, high);
  }
}
