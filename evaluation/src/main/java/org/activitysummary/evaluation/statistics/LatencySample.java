package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Timed calls of one implementation at one size, in nanoseconds, sorted. Immutable, never empty.
 */
public final class LatencySample {

  /** How percentiles are read off, for the report. */
  public static final String PERCENTILE_METHOD =
      "nearest rank (Hyndman-Fan 1, inverse of the empirical distribution), never interpolated";

  /** How the intervals of percentiles are had, for the report. */
  public static final String INTERVAL_METHOD =
      "order statistics, exact binomial ranks, two-sided, distribution free";

  private final long[] sorted;

  private LatencySample(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Returns the sample of these times, which are copied.
   *
   * @param nanos times in any order, each at least 0, at least one of them
   * @throws IllegalArgumentException if there is none or one is negative
   */
  public static LatencySample of(long... nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("a latency sample needs at least 1 call, found 0");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    if (sorted[0] < 0) {
      throw new IllegalArgumentException(
          "a latency is at least 0 ns, found " + sorted[0] + " ns; time with a monotonic clock");
    }
    return new LatencySample(sorted);
  }

  /**
   * Returns all times of several samples as one.
   *
   * @param parts at least one
   */
  public static LatencySample pooled(List<LatencySample> parts) {
    return of(parts.stream().flatMapToLong(part -> LongStream.of(part.sorted)).toArray());
  }

  /** Returns the number of calls, at least 1. */
  public int size() {
    return sorted.length;
  }

  /** Returns the fastest call in nanoseconds. */
  public long min() {
    return sorted[0];
  }

  /** Returns the slowest call in nanoseconds. */
  public long max() {
    return sorted[sorted.length - 1];
  }

  /** Returns the arithmetic mean in nanoseconds. */
  public double mean() {
    double sum = 0;
    for (long nanos : sorted) {
      sum += nanos;
    }
    return sum / sorted.length;
  }

  /** Returns the median in nanoseconds; of an even number of calls the mean of the middle two. */
  public double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2.0;
  }

  /**
   * Returns the k-th smallest time in nanoseconds.
   *
   * @param rank from 1 to {@link #size()}
   */
  public long atRank(int rank) {
    return sorted[rank - 1];
  }

  /**
   * Returns how many calls took longer than a limit.
   *
   * @param limitNanos nanoseconds; a call of exactly this time is within the limit
   */
  public int countOver(long limitNanos) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= limitNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }

  /**
   * Returns a percentile and its interval in nanoseconds; each is missing, with the reason, where
   * the calls are too few to know it.
   *
   * @param percentile which
   * @param confidence of the two-sided interval, for example 0.95
   * @throws IllegalArgumentException if the confidence is not strictly between 0 and 1
   */
  public Estimate percentile(Percentile percentile, double confidence) {
    RankInterval ranks = RankInterval.of(percentile, size(), confidence);
    if (size() < percentile.fewestSamples()) {
      return Estimate.absent(
          "%s needs at least %d samples, found %d"
              .formatted(percentile, percentile.fewestSamples(), size()));
    }
    long value = atRank(percentile.rank(size()));
    Long low = ranks.low() < 1 ? null : Long.valueOf(atRank(ranks.low()));
    Long high = ranks.high() > size() ? null : Long.valueOf(atRank(ranks.high()));
    return new Estimate(value, low, high, missingEnd(percentile, confidence, low, high));
  }

  private String missingEnd(Percentile percentile, double confidence, Long low, Long high) {
    if (low != null && high != null) {
      return null;
    }
    String end = low != null ? "the high end" : high != null ? "the low end" : "either end";
    return "%d samples are too few for %s of the interval of %s at confidence %s"
        .formatted(size(), end, percentile, confidence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatencySample that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return "%d calls, %d to %d ns".formatted(size(), min(), max());
  }
}
