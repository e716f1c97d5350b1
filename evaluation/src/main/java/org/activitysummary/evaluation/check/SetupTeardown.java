package org.activitysummary.evaluation.check;

/**
 * Whether the dataset is the same every time and was left as it was.
 *
 * @param firstFingerprint of the dataset that was loaded
 * @param secondFingerprint of the dataset generated once more from the same spec
 * @param rowsLoaded rows stored at the start
 * @param rowsAtEnd rows found when everything had been measured
 * @param schemasLeft schemas of this run that were still there after its end
 */
public record SetupTeardown(
    String firstFingerprint,
    String secondFingerprint,
    long rowsLoaded,
    long rowsAtEnd,
    int schemasLeft) {}
