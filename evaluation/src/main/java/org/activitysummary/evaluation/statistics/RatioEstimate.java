package org.activitysummary.evaluation.statistics;

/**
 * How long the subject takes as a multiple of the reference: below 1 it is faster.
 *
 * @param ratio geometric mean over rounds of subject over reference, or null
 * @param low lower end of the interval, or null
 * @param high upper end of the interval, or null
 * @param rounds compared, at least 1
 * @param minimumDetectableEffect smallest relative effect (0.1 is 10 % slower) that so many rounds
 *     with this spread show with {@link #POWER} at the error of the interval, or null
 * @param pValue two-sided, paired t test of "the ratio is 1", or null
 * @param logSpread standard deviation of the rounds' log ratios, or null
 * @param referenceNanos the reference's level in nanoseconds, the median over rounds, or null
 * @param reason why something is missing; null exactly when nothing is
 */
public record RatioEstimate(
    Double ratio,
    Double low,
    Double high,
    int rounds,
    Double minimumDetectableEffect,
    Double pValue,
    Double logSpread,
    Double referenceNanos,
    String reason) {

  /** Probability with which {@link #minimumDetectableEffect} would be found. */
  public static final double POWER = 0.8;

  /**
   * Checks the order of the interval and that a gap has its reason.
   *
   * @throws IllegalArgumentException if not
   */
  public RatioEstimate {
    Interval.requireExplained(
        ratio == null || low == null || high == null || minimumDetectableEffect == null, reason);
    Interval.requireOrder(low, ratio);
    Interval.requireOrder(ratio, high);
  }

  static RatioEstimate absent(int rounds, String reason) {
    return new RatioEstimate(null, null, null, rounds, null, null, null, null, reason);
  }

  /** Returns whether there is an interval to judge by. */
  public boolean hasInterval() {
    return low != null && high != null;
  }
}
