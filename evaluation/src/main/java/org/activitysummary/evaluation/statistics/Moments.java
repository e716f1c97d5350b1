package org.activitysummary.evaluation.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean and spread of some values.
 *
 * @param count at least 1
 * @param mean their mean
 * @param deviation their standard deviation with {@code count - 1} in the denominator; 0 when there
 *     is one
 */
record Moments(int count, double mean, double deviation) {

  static Moments of(double... values) {
    double first = values[0];
    double sum = 0;
    for (double value : values) {
      sum += value - first; // equal values then have exactly no spread
    }
    double mean = first + sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
    return new Moments(values.length, mean, deviation);
  }

  double standardError() {
    return deviation / Math.sqrt(count);
  }

  double halfWidth(double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    return TDistribution.of(count - 1).inverseSurvivalProbability(tail) * standardError();
  }

  /** Returns the two-sided p-value of "the mean is 0". */
  double pValue() {
    if (deviation == 0) {
      return mean == 0 ? 1 : 0;
    }
    double t = Math.abs(mean) / standardError();
    return Math.min(1, 2 * TDistribution.of(count - 1).survivalProbability(t));
  }
}
