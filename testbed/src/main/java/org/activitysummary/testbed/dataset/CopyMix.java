package org.activitysummary.testbed.dataset;

/**
 * How many rows repeat an earlier one's id, where they lie, and what they say. Shares are from 0 to
 * 1.
 *
 * @param share of a user's rows that are copies
 * @param farShare of the copies that lie far from their original
 * @param conflictShare of the copies that disagree with their original
 */
public record CopyMix(double share, double farShare, double conflictShare) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public CopyMix {
    SpecLimits.requireShare("copyShare", share);
    SpecLimits.requireShare("farCopyShare", farShare);
    SpecLimits.requireShare("conflictShare", conflictShare);
  }
}
