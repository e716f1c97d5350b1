package org.activitysummary.evaluation.load;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What happened with one number of callers; units as in {@link LoadOutcome}.
 *
 * @param arrivals {@code constant} or {@code poisson}
 * @param ratePerSecond calls that should start in a second
 * @param callers calls that may run at once
 * @param seconds for how long callers came
 * @param intended calls that should have been made
 * @param completed calls that were answered
 * @param errors calls that failed
 * @param wrong answers that were wrong
 * @param skipped calls given up because no caller was free for long
 * @param throughputPerSecond completed calls by the time the last one took to end
 * @param p50 milliseconds from the intended start to the answer; null without calls
 * @param p99 null below 100 calls
 * @param max null without calls
 * @param histogram of the latencies in nanoseconds; null without calls, and in older reports
 * @param maxLag longest delay of a start in milliseconds; null without calls
 * @param pool waits for a connection; null if the process ended early
 * @param peakRss highest resident set of the process in bytes; null if it could not be read
 * @param failure why it ended early; null if it did not
 */
public record LoadStep(
    String arrivals,
    double ratePerSecond,
    int callers,
    double seconds,
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
    PoolWaits pool,
    Long peakRss,
    @JsonInclude(JsonInclude.Include.NON_NULL) String failure) {

  static LoadStep of(LoadOutcome outcome) {
    return new LoadStep(
        outcome.arrivals(),
        outcome.ratePerSecond(),
        outcome.callers(),
        outcome.seconds(),
        outcome.intended(),
        outcome.completed(),
        outcome.errors(),
        outcome.wrong(),
        outcome.skipped(),
        outcome.throughputPerSecond(),
        outcome.p50(),
        outcome.p99(),
        outcome.max(),
        outcome.histogram(),
        outcome.maxLag(),
        outcome.pool(),
        outcome.peakRss(),
        outcome.failure());
  }

  LoadStep recomputed() {
    if (histogram == null) {
      return this;
    }
    LoadLatency latency = LoadLatency.of(histogram);
    return new LoadStep(
        arrivals,
        ratePerSecond,
        callers,
        seconds,
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
        pool,
        peakRss,
        failure);
  }
}
