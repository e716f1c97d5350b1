package org.activitysummary.evaluation.statistics;

import java.util.Locale;

/**
 * When a ratio counts as a change: the whole interval must lie beyond the relative threshold
 * <b>and</b> beyond the absolute floor.
 *
 * <p>The floor is turned into a ratio at the reference's level, so both are one pair of limits: 5 %
 * and 1 ms at 4 ms of reference are 25 %. A change that is certain but below the floor is therefore
 * {@link Change#UNCHANGED}, not inconclusive. "Unchanged" must be shown as well: by an interval
 * that excludes every change beyond the limits.
 *
 * @param threshold relative change that matters, above 0; 0.05 is 5 % slower, or faster by the same
 *     factor
 * @param floorNanos absolute change that matters, in nanoseconds, at least 0
 */
public record RegressionRule(double threshold, long floorNanos) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RegressionRule {
    if (!(threshold > 0 && Double.isFinite(threshold))) {
      throw new IllegalArgumentException(
          "a threshold is a relative change above 0, for example 0.05, found " + threshold);
    }
    if (floorNanos < 0) {
      throw new IllegalArgumentException("a floor is at least 0 ns, found " + floorNanos);
    }
  }

  /**
   * Returns the verdict on one comparison.
   *
   * @param estimate of the ratio; without an interval it is inconclusive
   */
  public RegressionVerdict judge(RatioEstimate estimate) {
    if (!estimate.hasInterval()) {
      return inconclusive(estimate, estimate.reason());
    }
    double slowerAbove = slowerAbove(estimate);
    double fasterBelow = fasterBelow(estimate);
    Change change = Change.INCONCLUSIVE;
    if (estimate.low() > slowerAbove) {
      change = Change.SLOWER;
    } else if (estimate.high() < fasterBelow) {
      change = Change.FASTER;
    } else if (isWithinLimits(estimate)) {
      change = Change.UNCHANGED;
    }
    String text = sentence(change, estimate, fasterBelow, slowerAbove);
    return new RegressionVerdict(change, fasterBelow, slowerAbove, text);
  }

  private double slowerAbove(RatioEstimate estimate) {
    return 1 + Math.max(threshold, floorRatio(estimate));
  }

  private double fasterBelow(RatioEstimate estimate) {
    return Math.max(0, Math.min(1 / (1 + threshold), 1 - floorRatio(estimate)));
  }

  private double floorRatio(RatioEstimate estimate) {
    return floorNanos == 0 ? 0 : floorNanos / estimate.referenceNanos();
  }

  private boolean isWithinLimits(RatioEstimate estimate) {
    return estimate.low() > fasterBelow(estimate) && estimate.high() < slowerAbove(estimate);
  }

  private RegressionVerdict inconclusive(RatioEstimate estimate, String reason) {
    boolean levelKnown = estimate.referenceNanos() != null;
    return new RegressionVerdict(
        Change.INCONCLUSIVE,
        levelKnown ? fasterBelow(estimate) : 1 / (1 + threshold),
        levelKnown ? slowerAbove(estimate) : 1 + threshold,
        "INCONCLUSIVE: " + reason);
  }

  private static String sentence(
      Change change, RatioEstimate estimate, double faster, double slower) {
    return String.format(
        Locale.ROOT,
        "%s: ratio %.3f (%.3f to %.3f), limits %.3f and %.3f," + " detectable effect %.1f %%",
        change,
        estimate.ratio(),
        estimate.low(),
        estimate.high(),
        faster,
        slower,
        100 * estimate.minimumDetectableEffect());
  }
}
