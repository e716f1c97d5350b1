package org.activitysummary.testbed.database;

import org.activitysummary.testbed.TestbedException;

/**
 * Which PostgreSQL a server is.
 *
 * @param number {@code server_version_num}, such as 180006
 * @param text {@code server_version}, such as {@code 18.6 (Debian 18.6-1)}
 */
record ServerVersion(int number, String text) {

  /** The first one that counts bits, which the rewritten query needs. */
  static final int OLDEST_MAJOR = 14;

  private static final int NUMBERS_PER_MAJOR = 10_000;

  /**
   * Returns this version if the project works with it.
   *
   * @param where the server, for the message
   * @throws TestbedException if it is too old
   */
  ServerVersion requireSupported(String where) {
    if (number < OLDEST_MAJOR * NUMBERS_PER_MAJOR) {
      throw new TestbedException(
          "Expected PostgreSQL %d or later at %s but found %s, which has no bit_count(); upgrade it,"
                  .formatted(OLDEST_MAJOR, where, text)
              + " or use --database embedded");
    }
    return this;
  }
}
