package org.activitysummary.evaluation.load;

import java.time.Duration;

/**
 * How callers come.
 *
 * @param poisson random gaps instead of equal ones
 * @param ratePerSecond calls that should start in a second, on average
 * @param callers calls that may run at once
 * @param duration for how long callers come
 * @param heapMegabytes maximum heap of the process, the same for every implementation
 * @param seed of gaps and users
 */
public record LoadPlan(
    boolean poisson,
    double ratePerSecond,
    int callers,
    Duration duration,
    int heapMegabytes,
    long seed) {

  /**
   * Returns the declared load: 25 calls a second by 8 callers in a heap of 256 MB, a user ten times
   * as large asked about a third as often.
   */
  public static LoadPlan declared(Duration duration, long seed) {
    return new LoadPlan(true, 25, 8, duration, 256, seed);
  }
}
