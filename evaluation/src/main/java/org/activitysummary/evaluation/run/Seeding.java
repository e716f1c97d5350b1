package org.activitysummary.evaluation.run;

import java.time.Duration;

/**
 * What setting up the dataset showed.
 *
 * @param rowsAtStart rows stored before anything was measured
 * @param took to generate and load them, or to check those of an earlier run
 * @param secondFingerprint of the dataset generated once more
 * @param rowsAtEnd rows found when everything had been measured
 */
record Seeding(long rowsAtStart, Duration took, String secondFingerprint, long rowsAtEnd) {

  Seeding withRowsAtEnd(long rows) {
    return new Seeding(rowsAtStart, took, secondFingerprint, rows);
  }
}
