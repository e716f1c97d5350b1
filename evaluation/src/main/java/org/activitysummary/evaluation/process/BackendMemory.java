package org.activitysummary.evaluation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Samples the private memory of a backend and its parallel workers together while calls run.
 *
 * <p>Private means {@code RssAnon}: shared buffers are the server's, not the call's. The kernel
 * keeps no high-water mark of it, so the peak is the highest of many samples and thus a lower
 * bound.
 */
final class BackendMemory implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(1);

  private final long postmaster;
  private final long backend;
  private final Thread sampler = new Thread(this::sample, "backend-memory-sampler");
  private final Set<Long> workers = new HashSet<>();
  private final Set<Long> others = new HashSet<>();
  private volatile long peak;
  private volatile boolean stopped;

  private BackendMemory(long postmaster, long backend) {
    this.postmaster = postmaster;
    this.backend = backend;
    sampler.setDaemon(true);
  }

  /** Starts to sample; {@link #close()} ends it. */
  static BackendMemory watch(long postmaster, long backend) {
    BackendMemory memory = new BackendMemory(postmaster, backend);
    memory.sampler.start();
    return memory;
  }

  /** Returns the backend's private bytes now; empty if it cannot be seen. */
  static OptionalLong privateBytes(long backend) {
    return ProcFile.statusBytes(backend, "RssAnon");
  }

  /** Returns the highest sum seen so far, in bytes; empty if nothing could be read. */
  OptionalLong peak() {
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  @Override
  public void close() {
    stopped = true;
    try {
      sampler.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sample() {
    while (!stopped) {
      long sum =
          LongStream.concat(LongStream.of(backend), workersOfBackend())
              .map(process -> privateBytes(process).orElse(0))
              .sum();
      peak = Math.max(peak, sum);
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  private LongStream workersOfBackend() {
    return childrenOfPostmaster().filter(this::isWorker);
  }

  private LongStream childrenOfPostmaster() {
    Path children =
        Path.of("/proc", Long.toString(postmaster), "task", Long.toString(postmaster), "children");
    return Files.isReadable(children)
        ? Arrays.stream(ProcFile.read(postmaster, "task/" + postmaster + "/children").split(" "))
            .filter(text -> !text.isBlank())
            .mapToLong(Long::parseLong)
        : LongStream.empty();
  }

  private boolean isWorker(long process) {
    if (workers.contains(process)) {
      return true;
    }
    if (others.contains(process)) {
      return false;
    }
    String title = ProcFile.read(process, "cmdline");
    if (title.contains("parallel worker for PID " + backend)) {
      workers.add(process);
      return true;
    }
    if (title.startsWith("postgres: ") && !title.contains("parallel worker")) {
      others.add(process);
    }
    return false;
  }
}
