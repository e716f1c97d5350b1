package org.activitysummary.testbed.dataset;

/** How the rows of different users lie in the table. */
public enum Layout {
  /**
   * As a live table grows: the next row's user is drawn in proportion to the rows still to come.
   */
  INTERLEAVED,
  /** User by user, as after a bulk import: seeded users by size, then the background users. */
  CONTIGUOUS
}
