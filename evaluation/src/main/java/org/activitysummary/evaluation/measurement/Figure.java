package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One number with its interval, or the reason why there is none.
 *
 * @param value finite, in the unit of the surrounding block; null if it could not be had
 * @param low lower end of the two-sided 95 % interval; null if the sample gives none
 * @param high upper end; null if the sample gives none
 * @param reason why something is missing; null when all three are there
 */
public record Figure(
    Double value,
    Double low,
    Double high,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /**
   * Refuses what JSON cannot carry and numbers that are missing without a word.
   *
   * @throws IllegalArgumentException if a number is not finite, or one is missing without a reason
   */
  public Figure {
    requireFinite("value", value);
    requireFinite("low", low);
    requireFinite("high", high);
    if ((value == null || low == null || high == null) && reason == null) {
      throw new IllegalArgumentException("a missing number needs a reason");
    }
  }

  /** Returns a figure of all three numbers. */
  public static Figure of(double value, double low, double high) {
    return new Figure(value, low, high, null);
  }

  /** Returns the figure that could not be had. */
  public static Figure missing(String reason) {
    return new Figure(null, null, null, reason);
  }

  private static void requireFinite(String name, Double number) {
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalArgumentException(name + " must be finite but is " + number);
    }
  }
}
