package org.activitysummary.evaluation.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A straight line through points.
 *
 * @param slope change of y for 1 of x
 * @param residualSquares sum of the squared distances from the line, at least 0
 * @param xSquares sum of the squared distances of x from its mean, above 0
 * @param freedom degrees of freedom, points less 2, at least 0
 */
record LeastSquares(double slope, double residualSquares, double xSquares, int freedom) {

  /** Fits at least 2 points with at least 2 different x. */
  static LeastSquares fit(double[] x, double[] y) {
    double xMean = Moments.of(x).mean();
    double yMean = Moments.of(y).mean();
    double xSquares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      xSquares += (x[i] - xMean) * (x[i] - xMean);
      products += (x[i] - xMean) * (y[i] - yMean);
    }
    double slope = products / xSquares;
    double residualSquares = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = y[i] - yMean - slope * (x[i] - xMean);
      residualSquares += residual * residual;
    }
    return new LeastSquares(slope, residualSquares, xSquares, x.length - 2);
  }

  /** Returns the slope with its t interval, which two points do not have. */
  RealEstimate slope(double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    if (freedom < 1) {
      return RealEstimate.withoutInterval(
          slope,
          "%d points always fit a line; an interval needs at least 3".formatted(freedom + 2));
    }
    double standardError = Math.sqrt(residualSquares / freedom / xSquares);
    double t = TDistribution.of(freedom).inverseSurvivalProbability(tail);
    return RealEstimate.around(slope, t * standardError);
  }
}
