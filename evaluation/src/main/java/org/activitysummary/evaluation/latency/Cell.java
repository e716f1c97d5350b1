package org.activitysummary.evaluation.latency;

/**
 * What one fork measures.
 *
 * @param arm implementation and label
 * @param size rows of the seeded user
 */
public record Cell(Arm arm, int size) implements Step {

  @Override
  public String partOf(String implementation) {
    return toString();
  }

  @Override
  public String toString() {
    return "%s at %,d events".formatted(arm, size);
  }
}
