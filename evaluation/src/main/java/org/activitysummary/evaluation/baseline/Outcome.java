package org.activitysummary.evaluation.baseline;

/** What became of a quantity since the baseline. */
public enum Outcome {
  /** As good as before, within the tolerance. */
  UNCHANGED,
  /** Better by more than the tolerance; the baseline could be moved. */
  IMPROVED,
  /** Measured now, not in the baseline. */
  NEW,
  /** Worse, but known and allowed for a time. */
  ACCEPTED,
  /** Neither shown to be worse nor shown not to be much worse. */
  UNDECIDED,
  /** Worse. */
  REGRESSED,
  /** Worse, and no longer allowed. */
  EXPIRED,
  /** In the baseline, but not measured now. */
  MISSING;

  /** Returns whether it fails the gate. */
  public boolean fails() {
    return this == REGRESSED || this == EXPIRED || this == MISSING;
  }
}
