package org.activitysummary.evaluation.caller;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Allocation and processor time of calls, from the JVM's management beans.
 *
 * <p>Loaded only when asked for, after the memory of the process has been read: the beans weigh
 * several megabytes.
 */
final class ProcessCost {

  /** The system counts processor time in ticks of 10 ms; this many of them make 2 % of error. */
  private static final Duration LEAST = Duration.ofMillis(500);

  private ProcessCost() {}

  /**
   * Makes at least so many calls, and for at least {@link #LEAST}, and returns their cost as one
   * line.
   */
  static String of(CallLoop loop, int atLeast) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
    long cpuBefore = system.getProcessCpuTime();
    long start = System.nanoTime();
    long calls = 0;
    while (calls < atLeast || System.nanoTime() - start < LEAST.toNanos()) {
      loop.run(1);
      calls++;
    }
    long cpu = system.getProcessCpuTime() - cpuBefore;
    long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
    return "done calls=" + calls + " allocated=" + allocated + " cpuNanos=" + cpu;
  }
}
