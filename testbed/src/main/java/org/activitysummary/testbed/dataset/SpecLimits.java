package org.activitysummary.testbed.dataset;

import java.util.HashSet;
import java.util.List;

/** The checks of {@link DatasetSpec}, each an {@link IllegalArgumentException} naming the value. */
final class SpecLimits {

  private static final int MAX_SIZE = 100_000_000;

  /**
   * Shares are typed by people as decimals, whose sum misses 1 by a few units in the last place.
   */
  private static final double SHARE_TOLERANCE = 1e-9;

  private SpecLimits() {}

  static void requireSizes(List<Integer> sizes) {
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("sizes must name at least one size but is empty");
    }
    sizes.forEach(size -> requireRange("every size", size, 1, MAX_SIZE));
    if (new HashSet<>(sizes).size() < sizes.size()) {
      throw new IllegalArgumentException("sizes must differ from each other but are " + sizes);
    }
  }

  static void requireTypes(double click, double view, double purchase, double other) {
    requireShare("clickShare", click);
    requireShare("viewShare", view);
    requireShare("purchaseShare", purchase);
    requireShare("otherTypeShare", other);
    double sum = click + view + purchase + other;
    if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
      throw new IllegalArgumentException(
          "clickShare, viewShare, purchaseShare and otherTypeShare must sum to 1 but sum to "
              + sum);
    }
  }

  static void requirePrices(double string, double missing, double malformed) {
    requireShare("stringPriceShare", string);
    requireShare("missingPriceShare", missing);
    requireShare("malformedPriceShare", malformed);
    double sum = string + missing + malformed;
    if (sum > 1 + SHARE_TOLERANCE) {
      throw new IllegalArgumentException(
          "stringPriceShare, missingPriceShare and malformedPriceShare must sum to at most 1"
              + " but sum to "
              + sum);
    }
  }

  static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1 but is " + share);
    }
  }

  static void requireRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d but is %d".formatted(name, least, most, value));
    }
  }
}
