package org.activitysummary.evaluation.latency;

import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.noise.Noise;
import org.openjdk.jmh.results.RunResult;

/**
 * The calls of one fork.
 *
 * @param cell what was measured
 * @param round counted from 1
 * @param nanos durations as the clock gave them, in the order of the calls
 * @param jmh the same run in JMH's own terms
 * @param noise what else the machine did meanwhile
 * @param repeated whether a noisier first draw of the same fork was put aside
 * @param freshness answers of the timed implementation while an event came and went; nothing asked
 *     where none did
 */
public record ForkResult(
    Cell cell,
    int round,
    long[] nanos,
    RunResult jmh,
    Noise noise,
    boolean repeated,
    Tally freshness) {

  /** Makes a result of a fork that nobody asked about fresh events. */
  public ForkResult(
      Cell cell, int round, long[] nanos, RunResult jmh, Noise noise, boolean repeated) {
    this(cell, round, nanos, jmh, noise, repeated, Tally.NONE);
  }

  /** Returns this as the draw that counts of two. */
  ForkResult asRepeated() {
    return new ForkResult(cell, round, nanos, jmh, noise, true, freshness);
  }
}
