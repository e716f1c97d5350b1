package org.activitysummary.evaluation.load;

/**
 * Memory of the calling process at one moment, read from outside.
 *
 * @param seconds since the first call
 * @param bytes resident set
 */
public record ResidentSet(double seconds, long bytes) {}
