package org.activitysummary.evaluation.load;

import org.HdrHistogram.Histogram;
import org.activitysummary.evaluation.statistics.HistogramCodec;

/**
 * What a histogram tells of the latencies under load, in milliseconds: the highest value of the
 * bucket, up to 0.1 % above what was recorded.
 *
 * @param p50 null without calls
 * @param p99 null below 100 calls
 * @param max null without calls
 */
record LoadLatency(Double p50, Double p99, Double max) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int FEWEST_CALLS_FOR_P99 = 100;
  private static final double MEDIAN = 50;
  private static final double NINETY_NINTH = 99;

  /**
   * Returns the figures.
   *
   * @param histogram as {@link HistogramCodec} writes it; null without calls
   * @throws IllegalArgumentException if it is no histogram
   */
  static LoadLatency of(String histogram) {
    if (histogram == null) {
      return new LoadLatency(null, null, null);
    }
    Histogram decoded = HistogramCodec.decode(histogram);
    return new LoadLatency(
        decoded.getValueAtPercentile(MEDIAN) / NANOS_PER_MILLI,
        decoded.getTotalCount() < FEWEST_CALLS_FOR_P99
            ? null
            : Double.valueOf(decoded.getValueAtPercentile(NINETY_NINTH) / NANOS_PER_MILLI),
        decoded.getMaxValue() / NANOS_PER_MILLI);
  }
}
