package org.activitysummary.evaluation.latency;

import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.evidence.ForkPlans;
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
 * @param plans of the statements on the connection that was timed
 */
public record ForkResult(
    Cell cell,
    int round,
    long[] nanos,
    RunResult jmh,
    Noise noise,
    boolean repeated,
    Tally freshness,
    ForkPlans plans) {

  /** Puts nothing where a kept fork of an older program has no plans. */
  public ForkResult {
    plans = plans == null ? ForkPlans.NONE : plans;
  }

  /** Makes a result of a fork that was asked for nothing but its calls. */
  public ForkResult(
      Cell cell, int round, long[] nanos, RunResult jmh, Noise noise, boolean repeated) {
    this(cell, round, nanos, jmh, noise, repeated, Tally.NONE, ForkPlans.NONE);
  }

  /** Returns this as the draw that counts of two. */
  ForkResult asRepeated() {
    return new ForkResult(cell, round, nanos, jmh, noise, true, freshness, plans);
  }
}
