package org.activitysummary.evaluation.baseline;

/**
 * A check that the baseline's own run could not decide, for example because its profile makes too
 * few calls; it does not count as undecided in runs that are held against it.
 *
 * @param implementation it is about
 * @param id of the check
 */
public record UndecidedCheck(String implementation, String id) {}
