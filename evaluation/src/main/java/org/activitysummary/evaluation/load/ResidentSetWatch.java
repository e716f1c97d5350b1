package org.activitysummary.evaluation.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.PeakMeter;

/** Notes the resident set of a process again and again, from outside. */
final class ResidentSetWatch implements AutoCloseable {

  /** Often enough to see memory grow, seldom enough not to disturb two processors. */
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private static final double NANOS_PER_SECOND = 1e9;

  private final long processId;
  private final long start = System.nanoTime();
  private final List<ResidentSet> seen = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "resident-set-watch");
            thread.setDaemon(true);
            return thread;
          });

  private ResidentSetWatch(long processId) {
    this.processId = processId;
  }

  static ResidentSetWatch start(long processId) {
    ResidentSetWatch watch = new ResidentSetWatch(processId);
    watch.timer.scheduleAtFixedRate(watch::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private synchronized void look() {
    try {
      seen.add(
          new ResidentSet(
              (System.nanoTime() - start) / NANOS_PER_SECOND, PeakMeter.residentBytes(processId)));
    } catch (CallerFailure e) {
      // It has just ended; what was seen so far stays.
      timer.shutdown();
    }
  }

  /** Returns what was seen so far, by time. */
  synchronized List<ResidentSet> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
