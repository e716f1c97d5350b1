package org.activitysummary.evaluation.statistics;

import java.util.Objects;

/**
 * A comparison judged.
 *
 * @param change what is shown; not null
 * @param fasterBelow ratio below which the whole interval must lie to count as faster; 0 when
 *     nothing can be faster by the absolute floor
 * @param slowerAbove ratio above which the whole interval must lie to count as slower
 * @param sentence the verdict with its numbers, one sentence; not null
 */
public record RegressionVerdict(
    Change change, double fasterBelow, double slowerAbove, String sentence) {

  /** Checks that nothing is missing. */
  public RegressionVerdict {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(sentence, "sentence");
  }
}
