package org.activitysummary.evaluation.latency;

/** What one fork is for: one implementation alone, or several in turns. */
public sealed interface Step permits Cell, Turns {

  /**
   * Returns the part of one who takes part, in words.
   *
   * @param implementation its name
   */
  String partOf(String implementation);
}
