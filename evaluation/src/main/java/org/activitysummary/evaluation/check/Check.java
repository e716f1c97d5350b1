package org.activitysummary.evaluation.check;

import java.util.List;

/** Holds one requirement against the evidence. */
public interface Check {

  /** Returns the stable name, as in {@code report.json}. */
  String id();

  /** Returns the requirement it belongs to, {@code R1} to {@code R9}. */
  String requirement();

  /**
   * Returns what the evidence says of one implementation; missing evidence is inconclusive.
   *
   * @param implementation its name
   * @param evidence all that was measured
   */
  Finding judge(String implementation, Evidence evidence);

  /**
   * Returns the sizes at which this check fails because calls took too long, which a second draw
   * may refute; empty if it does not fail, or for another reason.
   *
   * @param implementation its name
   * @param evidence all that was measured
   */
  default List<Integer> tooSlowAt(String implementation, Evidence evidence) {
    return List.of();
  }
}
