package org.activitysummary.evaluation.load;

import com.fasterxml.jackson.annotation.JsonInclude;

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
 * @param maxLag longest delay of a start in milliseconds; null without calls
 * @param peakRss highest resident set of the process in bytes; null if it could not be read
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
    Double maxLag,
    Long peakRss,
    @JsonInclude(JsonInclude.Include.NON_NULL) String failure) {}
