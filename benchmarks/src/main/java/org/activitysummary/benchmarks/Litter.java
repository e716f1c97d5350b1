package org.activitysummary.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * What a thread leaves to the collector between calls, cleared away while no clock runs: else the
 * collector's own threads would do so during the turn of whoever comes next, who may need the
 * processors for himself. What is collected during a call counts to that call.
 */
final class Litter {

  /** Less is collected in passing, in a few milliseconds. */
  private static final long MUCH = 16L << 20;

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Runnable collector;

  private long clearedAt = threads.getCurrentThreadAllocatedBytes();

  Litter() {
    this(System::gc);
  }

  Litter(Runnable collector) {
    this.collector = collector;
  }

  /** Collects if this thread has allocated much since the last time. */
  void clear() {
    long allocated = threads.getCurrentThreadAllocatedBytes();
    if (allocated - clearedAt > MUCH) {
      collector.run();
      clearedAt = allocated;
    }
  }
}
