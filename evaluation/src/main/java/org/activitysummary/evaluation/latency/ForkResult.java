package org.activitysummary.evaluation.latency;

import org.openjdk.jmh.results.RunResult;

/**
 * The calls of one fork.
 *
 * @param cell what was measured
 * @param round counted from 1
 * @param nanos durations as the clock gave them, in the order of the calls
 * @param jmh the same run in JMH's own terms
 */
public record ForkResult(Cell cell, int round, long[] nanos, RunResult jmh) {}
