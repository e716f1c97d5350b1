package org.activitysummary.evaluation.statistics;

import java.util.Objects;

/**
 * A time with its interval, any of which may be missing; what is missing is explained.
 *
 * @param value nanoseconds, or null when it could not be had
 * @param low lower end of the interval in nanoseconds, or null
 * @param high upper end of the interval in nanoseconds, or null
 * @param reason why something is missing; null exactly when nothing is
 */
public record Estimate(Long value, Long low, Long high, String reason) {

  /**
   * Checks that the interval contains the value and that a gap has its reason.
   *
   * @throws IllegalArgumentException if it does not
   */
  public Estimate {
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
  public static Estimate absent(String reason) {
    return new Estimate(null, null, null, Objects.requireNonNull(reason, "reason"));
  }
}
