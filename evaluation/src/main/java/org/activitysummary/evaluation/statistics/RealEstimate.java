package org.activitysummary.evaluation.statistics;

import java.util.Objects;

/**
 * A real number with its interval, any of which may be missing; what is missing is explained.
 *
 * @param value the estimate in the unit that the producer states, or null when it could not be had
 * @param low lower end of the interval, or null
 * @param high upper end of the interval, or null
 * @param reason why something is missing; null exactly when nothing is
 */
public record RealEstimate(Double value, Double low, Double high, String reason) {

  /**
   * Checks that the numbers are finite, that the interval contains the value and that a gap has its
   * reason.
   *
   * @throws IllegalArgumentException if not
   */
  public RealEstimate {
    Interval.requireFinite("value", value);
    Interval.requireFinite("low", low);
    Interval.requireFinite("high", high);
    Interval.requireExplained(value == null || low == null || high == null, reason);
    Interval.requireOrder(low, value);
    Interval.requireOrder(value, high);
    Interval.requireOrder(low, high);
  }

  /**
   * Returns an estimate without any number.
   *
   * @param reason why; not null
   */
  public static RealEstimate absent(String reason) {
    return new RealEstimate(null, null, null, Objects.requireNonNull(reason, "reason"));
  }

  /**
   * Returns a value whose uncertainty is unknown.
   *
   * @param reason why there is no interval; not null
   */
  static RealEstimate withoutInterval(double value, String reason) {
    return new RealEstimate(value, null, null, Objects.requireNonNull(reason, "reason"));
  }

  /** Returns the value with an interval of {@code halfWidth} to both sides. */
  static RealEstimate around(double value, double halfWidth) {
    return new RealEstimate(value, value - halfWidth, value + halfWidth, null);
  }
}
