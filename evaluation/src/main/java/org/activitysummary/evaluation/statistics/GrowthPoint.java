package org.activitysummary.evaluation.statistics;

/**
 * One measurement at one size.
 *
 * @param size number of events, at least 1
 * @param value what was measured there, finite: nanoseconds or bytes
 */
public record GrowthPoint(long size, double value) {

  /**
   * Checks the point.
   *
   * @throws IllegalArgumentException if the size is below 1 or the value is not a finite number
   */
  public GrowthPoint {
    if (size < 1) {
      throw new IllegalArgumentException("a size is at least 1 event, found " + size);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "a value must be a finite number, found %s at size %d".formatted(value, size));
    }
  }
}
