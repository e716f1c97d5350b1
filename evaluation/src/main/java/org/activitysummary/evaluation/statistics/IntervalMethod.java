package org.activitysummary.evaluation.statistics;

/** How an interval for the mean of few paired log ratios is had. */
public sealed interface IntervalMethod permits PairedT, StretchedBootstrap, TrimmedT {

  /** Returns what the report says about the method; never null. */
  String description();

  /**
   * Returns the mean and its two-sided interval.
   *
   * @param logRatios one a round, at least 2, finite
   * @param confidence for example 0.95
   */
  RealEstimate mean(double[] logRatios, double confidence);
}
