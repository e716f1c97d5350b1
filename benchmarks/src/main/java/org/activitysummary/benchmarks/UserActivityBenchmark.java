package org.activitysummary.benchmarks;

import org.activitysummary.contract.UserActivitySummary;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Times one call of {@code fetchUserActivitySummary} as an application makes it: connection from
 * the pool, statement, rows, answer, connection back.
 *
 * <p><b>Fairness.</b> Matched: the server and its data, all of it cached; the pool and the driver's
 * settings; the JVM's flags; the warm-up; the user asked about. The answer of every call is
 * compared with the oracle's after the recorded duration ends; JMH's own sample includes that
 * comparison of four numbers. Not matched, because it is the subject: what crosses the wire and
 * where it is added up. Outside the timed region: opening the pool, reading expectations. The loop
 * is closed (the next call starts when the last one ended), so this is service time, not response
 * time under load.
 */
public class UserActivityBenchmark extends CallsInForks {

  /**
   * The timed call.
   *
   * @param state implementation and user
   * @return the answer, so that nothing is optimised away
   */
  @Benchmark
  public UserActivitySummary fetchUserActivitySummary(SeededUserState state) {
    return state.call();
  }
}
