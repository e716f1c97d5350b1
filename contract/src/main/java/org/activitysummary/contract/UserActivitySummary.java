package org.activitysummary.contract;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A user's distinct events: how many of each type, and what the purchases were worth.
 *
 * <p>Two summaries are equal when their counts are equal and their total values are the same
 * number; {@code 1.0} and {@code 1.00} are, since the scale of a sum depends on the order in which
 * a database adds.
 *
 * @param click distinct events of type {@code click}, at least 0
 * @param view distinct events of type {@code view}, at least 0
 * @param purchase distinct events of type {@code purchase}, at least 0
 * @param totalValue exact sum of the purchases' prices in the currency of the events; never null,
 *     negative when refunds outweigh
 */
public record UserActivitySummary(long click, long view, long purchase, BigDecimal totalValue) {

  /** The summary of a user without events. */
  public static final UserActivitySummary ZERO = new UserActivitySummary(0, 0, 0, BigDecimal.ZERO);

  /**
   * Checks that no count is negative and that the total value is there.
   *
   * @throws IllegalArgumentException if a count is negative
   * @throws NullPointerException if {@code totalValue} is null
   */
  public UserActivitySummary {
    requireCount("click", click);
    requireCount("view", view);
    requireCount("purchase", purchase);
    Objects.requireNonNull(totalValue, "totalValue");
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " must be at least 0 but is " + count);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserActivitySummary that
        && click == that.click
        && view == that.view
        && purchase == that.purchase
        && totalValue.compareTo(that.totalValue) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(click, view, purchase, totalValue.stripTrailingZeros());
  }

  @Override
  public String toString() {
    return "click=%d view=%d purchase=%d totalValue=%s"
        .formatted(click, view, purchase, totalValue.toPlainString());
  }
}
