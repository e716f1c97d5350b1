package org.activitysummary.evaluation.pairs;

import java.util.List;
import java.util.Optional;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;

/**
 * How fast a median shall be beside another implementation's.
 *
 * @param size rows of the seeded user
 * @param reference name of the other implementation
 * @param atMost largest ratio of the medians, subject divided by reference
 */
public record Goal(int size, String reference, double atMost) {

  /** What the statement was made for: large users. The smallest one must not pay for it. */
  private static final List<Goal> ALL =
      List.of(
          new Goal(100, PgbenchTurns.NAME, 1.3),
          new Goal(100, "prepared-distinct-on", 1.3),
          new Goal(10_000, "before", 1),
          new Goal(10_000, "distinct-rewrite", 1),
          new Goal(100_000, "before", 1),
          new Goal(100_000, "distinct-rewrite", 1),
          new Goal(100_000, "distinct-on", 1),
          new Goal(1_000_000, "floor", 2),
          new Goal(1_000_000, "distinct-rewrite", 1 / 5.0),
          new Goal(1_000_000, "before", 1 / 6.0));

  /** Returns the goal of a pair; empty if there is none. */
  static Optional<Goal> of(int size, String reference) {
    return ALL.stream()
        .filter(goal -> goal.size == size && goal.reference.equals(reference))
        .findFirst();
  }

  /** Returns whether it is reached: with the whole interval, missed by all of it, or not known. */
  Verdict judge(Comparison comparison) {
    if (comparison.low() == null || comparison.high() == null) {
      return Verdict.INCONCLUSIVE;
    }
    if (comparison.high() <= atMost) {
      return Verdict.PASS;
    }
    return comparison.low() > atMost ? Verdict.FAIL : Verdict.INCONCLUSIVE;
  }
}
