package org.activitysummary.evaluation.caller;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.Percentile;

/** How long callers waited for a connection of the pool, as the pool itself tells. */
final class PoolWatch implements IMetricsTracker {

  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
  private final AtomicInteger timeouts = new AtomicInteger();

  /** Returns what makes a pool tell this. */
  MetricsTrackerFactory factory() {
    return (pool, statistics) -> this;
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    waits.add(nanos);
  }

  @Override
  public void recordConnectionTimeout() {
    timeouts.incrementAndGet();
  }

  /** Returns the waits as part of a line: nanoseconds, and how many gave up. */
  String words() {
    long[] nanos = waits.stream().mapToLong(Long::longValue).toArray();
    String counts = "poolWaits=%d poolTimeouts=%d".formatted(nanos.length, timeouts.get());
    if (nanos.length == 0) {
      return counts;
    }
    LatencySample sample = LatencySample.of(nanos);
    return "%s poolP50=%d poolMax=%d"
        .formatted(counts, sample.atRank(Percentile.P50.rank(sample.size())), sample.max());
  }
}
