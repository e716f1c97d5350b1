package org.activitysummary.evaluation.statistics;

/** What a comparison shows about the subject. */
public enum Change {
  /** Slower than the reference by more than the limits. */
  SLOWER,
  /** Faster than the reference by more than the limits. */
  FASTER,
  /** Within the limits; a change beyond them is excluded. */
  UNCHANGED,
  /** Neither is shown; more rounds or less noise may show it. */
  INCONCLUSIVE
}
