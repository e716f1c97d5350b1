package org.activitysummary.evaluation.planted;

import java.util.List;

/**
 * What became of one planted fault.
 *
 * @param fault its name
 * @param description what is wrong, one line
 * @param owner id of the check that must catch it
 * @param applied ids of the checks that had evidence to judge by
 * @param caughtBy ids of those that failed
 * @param unexpected ids of those that are neither the owner nor known to see the fault too
 * @param caught whether the owner is among them, and none is unexpected
 */
public record FaultFinding(
    String fault,
    String description,
    String owner,
    List<String> applied,
    List<String> caughtBy,
    List<String> unexpected,
    boolean caught) {

  /** Turns a list that older reports lack into an empty one. */
  public FaultFinding {
    unexpected = unexpected == null ? List.of() : unexpected;
  }
}
