package org.activitysummary.testbed.dataset;

/**
 * How purchases carry their price. Shares are from 0 to 1 and sum to at most 1; the rest are JSON
 * numbers.
 *
 * @param string share of purchases whose price is a plain decimal in a JSON string
 * @param missing share of purchases without a price
 * @param malformed share of purchases whose price counts as 0
 */
public record PriceMix(double string, double missing, double malformed) {

  /**
   * Checks the ranges and the sum.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public PriceMix {
    SpecLimits.requirePrices(string, missing, malformed);
  }
}
