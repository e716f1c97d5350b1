package org.activitysummary.evaluation.statistics;

/** What the samples allow to say about a limit. */
public enum Decision {
  /** The requirement is met, shown at the stated error. */
  PASS,
  /** The requirement is missed, shown at the stated error. */
  FAIL,
  /** Neither is shown; more samples may show it. */
  INCONCLUSIVE
}
