package org.activitysummary.evaluation.baseline;

import java.util.Locale;
import org.activitysummary.evaluation.statistics.IndependentRatio;

/**
 * When a ratio of times counts as changed. Worse only if the whole interval lies beyond the least
 * effect that matters; unchanged only if the interval excludes an effect that nobody would want to
 * miss; undecided between the two. Ratios belong to one run each, so a slower machine moves
 * neither.
 */
final class TimeRule {

  /** Less is within what a rebuild or another memory layout does to a median. */
  private static final double LEAST_EFFECT = 0.10;

  /** What a run must be able to exclude in order to pass. */
  private static final double LARGEST_HIDDEN_EFFECT = 0.30;

  /** A tenth of a millisecond is scheduling, not the query. */
  private static final double FLOOR_MILLIS = 0.1;

  private final double slowerAbove;
  private final double hiddenUpTo;

  private TimeRule(double slowerAbove, double hiddenUpTo) {
    this.slowerAbove = slowerAbove;
    this.hiddenUpTo = hiddenUpTo;
  }

  /**
   * Returns the rule for a quantity.
   *
   * @param levelMillis the median in this run, which turns the floor into a ratio; null for none
   */
  static TimeRule at(Double levelMillis) {
    double floor = levelMillis == null || levelMillis <= 0 ? 0 : FLOOR_MILLIS / levelMillis;
    return new TimeRule(
        1 + Math.max(LEAST_EFFECT, floor),
        1 + Math.max(LARGEST_HIDDEN_EFFECT, floor * LARGEST_HIDDEN_EFFECT / LEAST_EFFECT));
  }

  /** Returns what a change means. */
  Outcome judge(IndependentRatio change) {
    if (change.low() == null) {
      return Outcome.UNDECIDED;
    }
    if (change.low() > slowerAbove) {
      return Outcome.REGRESSED;
    }
    if (change.high() < 1 / slowerAbove) {
      return Outcome.IMPROVED;
    }
    return change.high() <= hiddenUpTo ? Outcome.UNCHANGED : Outcome.UNDECIDED;
  }

  /** Returns whether a change, whatever its interval, is one that matters. */
  boolean isSlower(IndependentRatio change) {
    return change.factor() > slowerAbove;
  }

  /** Returns the change in words. */
  String sentence(IndependentRatio change) {
    return change.low() == null
        ? String.format(
            Locale.ROOT,
            "%.3f times the baseline's, without an interval: too few rounds",
            change.factor())
        : String.format(
            Locale.ROOT,
            "%.3f times the baseline's (95 %% interval %.3f to %.3f; slower above %.2f, undecided"
                + " above %.2f)",
            change.factor(),
            change.low(),
            change.high(),
            slowerAbove,
            hiddenUpTo);
  }
}
