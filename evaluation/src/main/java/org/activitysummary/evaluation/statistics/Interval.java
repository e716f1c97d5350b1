package org.activitysummary.evaluation.statistics;

/** What every interval owes its reader. */
final class Interval {

  private Interval() {}

  static <T extends Number & Comparable<T>> void requireOrder(T lesser, T greater) {
    if (lesser != null && greater != null && lesser.compareTo(greater) > 0) {
      throw new IllegalArgumentException(
          "an interval runs low <= value <= high, found " + lesser + " above " + greater);
    }
  }

  static void requireExplained(boolean gap, String reason) {
    if (gap && (reason == null || reason.isBlank())) {
      throw new IllegalArgumentException("a missing number needs a reason, found none");
    }
    if (!gap && reason != null) {
      throw new IllegalArgumentException("nothing is missing, yet there is a reason: " + reason);
    }
  }

  static void requireFinite(String name, Double number) {
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalArgumentException(
          name + " must be a finite number or null, found " + number);
    }
  }

  static double requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence lies strictly between 0 and 1, for example 0.95, found " + confidence);
    }
    return confidence;
  }
}
