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
 * @param caught whether the owner is among them
 */
public record FaultFinding(
    String fault,
    String description,
    String owner,
    List<String> applied,
    List<String> caughtBy,
    boolean caught) {}
