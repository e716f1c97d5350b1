package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.activitysummary.evaluation.noise.Noise;
import org.activitysummary.evaluation.statistics.Dependence;

/**
 * How long calls took, as the caller saw it.
 *
 * @param unit of every time in this block, {@code ms}
 * @param method definition of the percentiles and their intervals
 * @param samples timed calls, warm-up excluded
 * @param mean arithmetic mean; null without samples
 * @param p50 median
 * @param p90 90th percentile
 * @param p95 95th percentile
 * @param p99 99th percentile; missing below 100 samples
 * @param p999 99.9th percentile; missing below 1000 samples
 * @param max slowest call; null without samples
 * @param limit the latency limit that calls were counted against, in the same unit
 * @param overLimit calls slower than the limit
 * @param looks calls over the limit among the first calls, at the counts fixed in advance
 * @param rounds the same calls round by round
 * @param histogram all calls in nanoseconds, an HdrHistogram of 3 digits, compressed, in base64
 * @param dependence spread between rounds, and how many independent calls these are worth
 * @param reason why there are no samples; null when there are
 */
public record Latency(
    String unit,
    String method,
    long samples,
    Double mean,
    Figure p50,
    Figure p90,
    Figure p95,
    Figure p99,
    Figure p999,
    Double max,
    double limit,
    long overLimit,
    List<Look> looks,
    List<Round> rounds,
    String histogram,
    Dependence dependence,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** The unit of every time in a report. */
  public static final String MILLISECONDS = "ms";

  /**
   * The first calls, in the order they were made.
   *
   * @param samples how many
   * @param over how many of them took longer than the limit
   */
  public record Look(int samples, int over) {}

  /**
   * The calls of one round, made in a fork of its own.
   *
   * @param round counted from 1
   * @param samples timed calls
   * @param p50 median in milliseconds
   * @param max slowest call in milliseconds
   * @param histogram these calls alone, encoded as the whole
   * @param noise what else the machine did meanwhile
   * @param repeated whether a noisier first draw was put aside
   */
  public record Round(
      int round,
      long samples,
      double p50,
      double max,
      String histogram,
      Noise noise,
      boolean repeated) {}
}
