package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.evaluation.process.JavaProcess;

/**
 * Ends the JVMs that were started since, when the time is over. JMH waits for a fork however long
 * it takes.
 */
final class ForkLimit implements AutoCloseable {

  private final CountDownLatch done = new CountDownLatch(1);
  private final Set<ProcessHandle> before = children().collect(Collectors.toSet());
  private final Duration limit;
  private volatile boolean exceeded;

  private ForkLimit(Duration limit) {
    this.limit = limit;
  }

  /** Starts the clock. */
  static ForkLimit start(Duration limit) {
    ForkLimit started = new ForkLimit(limit);
    Thread thread = new Thread(started::watch, "fork-limit");
    thread.setDaemon(true);
    thread.start();
    return started;
  }

  /** Returns whether the time was over and the forks were ended. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public void close() {
    done.countDown();
  }

  private void watch() {
    try {
      if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        exceeded = true;
        children().filter(child -> !before.contains(child)).forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(JavaProcess::isJava);
  }
}
