package org.activitysummary.evaluation.load;

import java.time.Duration;
import java.util.List;

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

  private static final int HEAP_MEGABYTES = 256;

  /** As many as a pool has by default; more callers than that wait for each other. */
  private static final int MOST_CONNECTIONS = 10;

  /** A series asks for this many calls a second with each caller more. */
  private static final double RATE_PER_CALLER = 6;

  /** A step of a series is this part as long as the declared load. */
  private static final int STEPS_IN_LOAD = 4;

  /**
   * Returns the declared load: 25 calls a second by 8 callers in a heap of 256 MB, a user ten times
   * as large asked about a third as often.
   */
  public static LoadPlan declared(Duration duration, long seed) {
    return new LoadPlan(true, 25, 8, duration, HEAP_MEGABYTES, seed);
  }

  /**
   * Returns a series of equally spaced arrivals by growing numbers of callers, in the same heap.
   *
   * @param duration of the declared load
   * @param callers of each step
   * @param seed of users
   */
  public static List<LoadPlan> series(Duration duration, List<Integer> callers, long seed) {
    Duration step = duration.dividedBy(STEPS_IN_LOAD);
    return callers.stream()
        .map(
            count ->
                new LoadPlan(false, RATE_PER_CALLER * count, count, step, HEAP_MEGABYTES, seed))
        .toList();
  }

  /** Returns the law of the arrivals, as in reports. */
  public String arrivals() {
    return poisson ? "poisson" : "constant";
  }

  /** Returns the connections that callers share. */
  public int connections() {
    return Math.min(callers, MOST_CONNECTIONS);
  }
}
