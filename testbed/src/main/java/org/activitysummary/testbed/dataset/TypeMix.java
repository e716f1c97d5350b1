package org.activitysummary.testbed.dataset;

/**
 * Which types events are of. Shares are from 0 to 1 and sum to 1.
 *
 * @param click share of events of type {@code click}
 * @param view share of events of type {@code view}
 * @param purchase share of events of type {@code purchase}
 * @param other share of events of a type that counts nowhere
 */
public record TypeMix(double click, double view, double purchase, double other) {

  /**
   * Checks the ranges and the sum.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public TypeMix {
    SpecLimits.requireTypes(click, view, purchase, other);
  }
}
