package org.activitysummary.evaluation.mixed;

import java.util.List;
import org.activitysummary.evaluation.latency.LatencyFigures;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.Percentile;

/**
 * How long calls of one kind took, in milliseconds.
 *
 * @param what which calls
 * @param calls how many
 * @param p50 with its interval
 * @param p99 with its interval; missing below 100 calls
 * @param max the slowest
 */
public record Times(String what, int calls, Figure p50, Figure p99, double max) {

  private static final double NANOS_PER_MILLI = 1e6;

  static Times of(String what, List<LatencySample> rounds) {
    LatencySample all = LatencySample.pooled(rounds);
    return new Times(
        what,
        all.size(),
        LatencyFigures.figure(rounds, Percentile.P50),
        LatencyFigures.figure(rounds, Percentile.P99),
        all.max() / NANOS_PER_MILLI);
  }
}
