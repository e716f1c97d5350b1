package org.activitysummary.testbed.dataset;

/**
 * The users nobody asks for, who make the table larger and keep the others' rows apart.
 *
 * @param users from 0 to 1,000,000
 * @param rows of all of them together, at least one for each, 0 without users
 */
public record Background(int users, long rows) {

  private static final int MAX_USERS = 1_000_000;

  /**
   * Checks that every user has a row.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public Background {
    SpecLimits.requireRange("backgroundUsers", users, 0, MAX_USERS);
    SpecLimits.requireRange("backgroundRows", rows, users, users == 0 ? 0 : DatasetSpec.MAX_ROWS);
  }
}
