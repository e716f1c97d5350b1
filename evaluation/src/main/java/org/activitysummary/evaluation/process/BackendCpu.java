package org.activitysummary.evaluation.process;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Processor time that a server spent on one connection: its backend, and the parallel workers that
 * came and went meanwhile.
 *
 * <p>Workers are children of the postmaster and are gone when a call returns, so their time is read
 * where the kernel adds it up: the postmaster's {@code cutime} and {@code cstime}. Whatever else
 * ends on the server in that time is counted too; nothing else is running. Source:
 * proc_pid_stat(5), proc_pid_schedstat(5).
 *
 * @param postmaster process id of the server
 * @param backend process id behind the connection
 */
record BackendCpu(long postmaster, long backend) {

  /** {@code sysconf(_SC_CLK_TCK)} is 100 on every Linux that the project runs on. */
  private static final Duration TICK = Duration.ofMillis(10);

  /** Fields after the command's name in parentheses; cutime is the 16th field of the whole line. */
  private static final int CUTIME_AFTER_NAME = 13;

  /** Returns nanoseconds spent so far; empty if the processes cannot be seen. */
  OptionalLong nanos() {
    String own = ProcFile.read(backend, "schedstat");
    String stat = ProcFile.read(postmaster, "stat");
    if (own.isBlank() || stat.isBlank()) {
      return OptionalLong.empty();
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks =
        Long.parseLong(fields[CUTIME_AFTER_NAME]) + Long.parseLong(fields[CUTIME_AFTER_NAME + 1]);
    return OptionalLong.of(Long.parseLong(own.split(" ")[0]) + ticks * TICK.toNanos());
  }
}
