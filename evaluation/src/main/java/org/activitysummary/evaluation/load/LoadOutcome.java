package org.activitysummary.evaluation.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What happened when callers came at a fixed average rate, about users of all sizes.
 *
 * @param arrivals {@code constant} or {@code poisson}
 * @param ratePerSecond calls that should start in a second
 * @param callers calls that may run at once
 * @param seconds for how long callers came
 * @param heapMegabytes maximum heap of the process
 * @param intended calls that should have been made
 * @param completed calls that were answered
 * @param errors calls that failed
 * @param wrong answers that were wrong
 * @param skipped calls never started because all callers were still busy when the time was over
 * @param throughputPerSecond completed calls by the time the last one took to end
 * @param p50 milliseconds from the intended start to the answer; null without calls
 * @param p99 null below 100 calls
 * @param max null without calls
 * @param histogram of the latencies in nanoseconds, from which the three above are computed; null
 *     without calls, and in older reports
 * @param maxLag longest delay of a start in milliseconds; null without calls
 * @param peakRss highest resident set of the process in bytes; null if it could not be read
 * @param p50Lag median delay of a start in milliseconds; null without calls
 * @param pool waits for a connection; null if the process ended early
 * @param residentSet memory of the process over time
 * @param series the same mix of users with growing numbers of callers; empty if there was none
 * @param failure why the process ended early; null if it did not
 */
public record LoadOutcome(
    String arrivals,
    double ratePerSecond,
    int callers,
    double seconds,
    int heapMegabytes,
    int intended,
    int completed,
    int errors,
    int wrong,
    int skipped,
    double throughputPerSecond,
    Double p50,
    Double p99,
    Double max,
    String histogram,
    Double maxLag,
    Long peakRss,
    Double p50Lag,
    PoolWaits pool,
    List<ResidentSet> residentSet,
    List<LoadStep> series,
    @JsonInclude(JsonInclude.Include.NON_NULL) String failure) {

  /** Turns lists that older reports lack into empty ones. */
  public LoadOutcome {
    residentSet = residentSet == null ? List.of() : List.copyOf(residentSet);
    series = series == null ? List.of() : List.copyOf(series);
  }

  /** Returns the same with the steps of a series. */
  public LoadOutcome withSeries(List<LoadStep> steps) {
    return with(new LoadLatency(p50, p99, max), steps);
  }

  /**
   * Returns the same with the latencies that the histograms tell, here and in each step; as they
   * are where there is no histogram.
   *
   * @throws IllegalArgumentException if a histogram cannot be read
   */
  public LoadOutcome recomputed() {
    return with(
        histogram == null ? new LoadLatency(p50, p99, max) : LoadLatency.of(histogram),
        series.stream().map(LoadStep::recomputed).toList());
  }

  private LoadOutcome with(LoadLatency latency, List<LoadStep> steps) {
    return new LoadOutcome(
        arrivals,
        ratePerSecond,
        callers,
        seconds,
        heapMegabytes,
        intended,
        completed,
        errors,
        wrong,
        skipped,
        throughputPerSecond,
        latency.p50(),
        latency.p99(),
        latency.max(),
        histogram,
        maxLag,
        peakRss,
        p50Lag,
        pool,
        residentSet,
        steps,
        failure);
  }
}
