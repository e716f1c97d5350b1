package org.activitysummary.evaluation.caller;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.caller.ArrivalSchedule.Arrival;
import org.activitysummary.evaluation.statistics.HistogramCodec;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.Percentile;

/**
 * Serves a schedule with a fixed number of callers. Latency counts from the intended start, so that
 * a stall is felt by everybody who would have called meanwhile (no coordinated omission).
 */
final class LoadRun {

  /** Who waits longer for a free caller gives up, as a user would. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final UserActivityService service;
  private final List<Arrival> arrivals;
  private final int callers;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();
  private final AtomicBoolean outOfMemory = new AtomicBoolean();
  private final ConcurrentLinkedQueue<Long> lags = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private long start;

  LoadRun(UserActivityService service, ArrivalSchedule schedule, int callers) {
    this.service = service;
    this.arrivals = schedule.arrivals();
    this.callers = callers;
  }

  /**
   * Runs until every arrival was served or given up, or the heap was exhausted, and returns the
   * outcome as one line.
   */
  String run() throws InterruptedException {
    Thread[] threads = new Thread[callers];
    start = System.nanoTime();
    for (int i = 0; i < callers; i++) {
      threads[i] = new Thread(this::serve, "caller-" + i);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return outcome(System.nanoTime() - start);
  }

  private void serve() {
    for (int i = next.getAndIncrement(); i < arrivals.size(); i = next.getAndIncrement()) {
      Arrival arrival = arrivals.get(i);
      awaitStart(arrival);
      if (outOfMemory.get()) {
        return;
      }
      long lag = System.nanoTime() - start - arrival.nanos();
      lags.add(lag);
      if (lag > PATIENCE.toNanos()) {
        skipped.incrementAndGet();
      } else {
        call(arrival);
      }
    }
  }

  private void awaitStart(Arrival arrival) {
    for (long left = left(arrival); left > 0; left = left(arrival)) {
      LockSupport.parkNanos(left);
    }
  }

  private long left(Arrival arrival) {
    return arrival.nanos() - (System.nanoTime() - start);
  }

  private void call(Arrival arrival) {
    try {
      boolean right =
          service
              .fetchUserActivitySummary(arrival.user().userId())
              .equals(arrival.user().expected());
      latencies.add(System.nanoTime() - start - arrival.nanos());
      if (!right) {
        wrong.incrementAndGet();
      }
    } catch (UserActivityException e) {
      errors.incrementAndGet();
      outOfMemory.compareAndSet(false, isOutOfMemory(e));
    } catch (OutOfMemoryError e) {
      outOfMemory.set(true);
    }
  }

  /** The driver wraps the error, so it may be the cause of what the implementation throws. */
  private static boolean isOutOfMemory(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the latencies of all answered calls as one line; apart from the outcome, so that what
   * it takes to write them is not seen as memory of the load.
   */
  String latencies() {
    long[] nanos = nanos(latencies);
    return nanos.length == 0
        ? "done"
        : "done histogram=" + HistogramCodec.encode(LatencySample.of(nanos));
  }

  private static long[] nanos(Collection<Long> seen) {
    return seen.stream().mapToLong(Long::longValue).toArray();
  }

  private String outcome(long elapsed) {
    int completed = latencies.size();
    String counts =
        "done intended=%d completed=%d errors=%d wrong=%d skipped=%d elapsed=%d outOfMemory=%d"
            .formatted(
                arrivals.size(),
                completed,
                errors.get(),
                wrong.get(),
                skipped.get(),
                elapsed,
                outOfMemory.get() ? 1 : 0);
    if (completed == 0) {
      return counts;
    }
    LatencySample late = LatencySample.of(nanos(lags));
    return "%s lagP50=%d lag=%d"
        .formatted(counts, late.atRank(Percentile.P50.rank(late.size())), late.max());
  }
}
