package org.activitysummary.evaluation.latency;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one fork measures in which several arms take turns with every call, there and back.
 *
 * @param size rows of the seeded user
 * @param number of the fork among those of the size, counted from 1
 * @param arms in the order of the first turns
 */
public record Turns(int size, int number, List<Arm> arms) implements Step {

  /** Keeps a copy. */
  public Turns {
    arms = List.copyOf(arms);
  }

  /** Returns the same without those that have left the run. */
  Turns without(Predicate<String> left) {
    return new Turns(
        size, number, arms.stream().filter(arm -> !left.test(arm.implementation())).toList());
  }

  /** Returns the names of those who take part, each once. */
  public List<String> implementations() {
    return arms.stream().map(Arm::implementation).distinct().toList();
  }

  @Override
  public String partOf(String implementation) {
    return String.format(Locale.ROOT, "%s in turns at %,d events", implementation, size);
  }

  @Override
  public String toString() {
    return partOf(arms.stream().map(Arm::toString).collect(Collectors.joining(", ")));
  }
}
