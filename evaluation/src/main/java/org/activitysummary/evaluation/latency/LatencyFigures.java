package org.activitysummary.evaluation.latency;

import java.util.List;
import java.util.stream.LongStream;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.statistics.BlockBootstrap;
import org.activitysummary.evaluation.statistics.Dependence;
import org.activitysummary.evaluation.statistics.Estimate;
import org.activitysummary.evaluation.statistics.HistogramCodec;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.Look;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.evaluation.statistics.Percentile;

/** Turns raw durations into the figures of a report. */
public final class LatencyFigures {

  private static final double CONFIDENCE = 0.95;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Percentile P999 = new Percentile(9_990);

  /** Seeded, so that the same calls give the same interval. */
  private static final BlockBootstrap BY_ROUND = new BlockBootstrap(42, 10_000);

  private static final String METHOD =
      LatencySample.PERCENTILE_METHOD
          + "; intervals: the wider of "
          + LatencySample.INTERVAL_METHOD
          + " and the bootstrap over whole rounds";

  private LatencyFigures() {}

  /**
   * Returns the figures of one cell.
   *
   * @param forks all forks of the cell, in the order of the rounds; at least one call in each
   * @param limitNanos calls slower than this are counted
   * @param plan when to look at the count
   */
  public static Latency of(List<ForkResult> forks, long limitNanos, LookPlan plan) {
    List<LatencySample> rounds =
        forks.stream().map(fork -> LatencySample.of(fork.nanos())).toList();
    LatencySample all = LatencySample.pooled(rounds);
    return new Latency(
        Latency.MILLISECONDS,
        METHOD,
        all.size(),
        all.mean() / NANOS_PER_MILLI,
        figure(rounds, Percentile.P50),
        figure(rounds, Percentile.P90),
        figure(rounds, Percentile.P95),
        figure(rounds, Percentile.P99),
        figure(rounds, P999),
        millis(all.max()),
        millis(limitNanos),
        all.countOver(limitNanos),
        looks(inOrder(forks), limitNanos, plan),
        forks.stream().map(LatencyFigures::round).toList(),
        HistogramCodec.encode(all),
        Dependence.of(forks.stream().map(ForkResult::nanos).toList()),
        null);
  }

  private static long[] inOrder(List<ForkResult> forks) {
    return forks.stream().flatMapToLong(fork -> LongStream.of(fork.nanos())).toArray();
  }

  private static List<Latency.Look> looks(long[] nanos, long limitNanos, LookPlan plan) {
    return plan.looks().stream()
        .mapToInt(Look::samples)
        .filter(samples -> samples <= nanos.length)
        .mapToObj(samples -> new Latency.Look(samples, countOver(nanos, samples, limitNanos)))
        .toList();
  }

  private static int countOver(long[] nanos, int samples, long limitNanos) {
    return (int) LongStream.of(nanos).limit(samples).filter(call -> call > limitNanos).count();
  }

  private static Latency.Round round(ForkResult fork) {
    LatencySample sample = LatencySample.of(fork.nanos());
    return new Latency.Round(
        fork.round(),
        sample.size(),
        sample.median() / NANOS_PER_MILLI,
        millis(sample.max()),
        HistogramCodec.encode(sample),
        fork.noise(),
        fork.repeated());
  }

  /**
   * Returns a percentile of all calls in milliseconds, with its interval.
   *
   * @param rounds at least one
   * @param percentile which
   */
  public static Figure figure(List<LatencySample> rounds, Percentile percentile) {
    Estimate estimate = BY_ROUND.percentile(rounds, percentile, CONFIDENCE);
    return new Figure(
        boxedMillis(estimate.value()),
        boxedMillis(estimate.low()),
        boxedMillis(estimate.high()),
        estimate.reason());
  }

  private static Double boxedMillis(Long nanos) {
    return nanos == null ? null : Double.valueOf(millis(nanos));
  }

  private static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
