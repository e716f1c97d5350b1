package org.activitysummary.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * Several implementations take turns with every call, there and back (A B B A), so that what slows
 * the machine for longer than a call slows all of them: for their ratios, which are known far
 * better so than from forks that follow each other. JMH's own figure is the time of all turns
 * together; what each call took is in files of the state.
 *
 * <p><b>Fairness.</b> As {@link UserActivityBenchmark}, but the implementations share a JVM. Much
 * garbage that one leaves is collected before the next turn, while no clock runs; what one drives
 * out of the processor's caches is missing in the turn of the next. Going there and back, each
 * follows each neighbour equally often.
 */
public class TurnsBenchmark extends CallsInForks {

  /**
   * A turn there and one back for each.
   *
   * @param state implementations and user
   * @return something of the answers, so that nothing is optimised away
   */
  @Benchmark
  public int thereAndBack(TurnsState state) {
    return state.thereAndBack();
  }
}
