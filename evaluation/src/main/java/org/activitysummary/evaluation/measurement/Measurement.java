package org.activitysummary.evaluation.measurement;

/**
 * All that was measured of one implementation at one size.
 *
 * @param implementation name of the implementation
 * @param size rows of the seeded user asked about
 * @param latency time per call; null if it was not timed
 * @param memory of the calling process; null, as what follows, if no process was measured
 * @param network per call
 * @param cpu per call
 * @param server per call
 */
public record Measurement(
    String implementation,
    int size,
    Latency latency,
    Memory memory,
    Network network,
    Cpu cpu,
    Server server) {}
