package org.activitysummary.evaluation.caller;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Allocation and processor time of calls, from the JVM's management beans.
 *
 * <p>Loaded only when asked for, after the memory of the process has been read: the beans weigh
 * several megabytes.
 */
final class ProcessCost {

  private ProcessCost() {}

  /** Makes the calls and returns their cost as one line. */
  static String of(CallLoop loop, int calls) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
    long cpuBefore = system.getProcessCpuTime();
    loop.run(calls);
    long cpu = system.getProcessCpuTime() - cpuBefore;
    long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
    return "done allocated=" + allocated + " cpuNanos=" + cpu;
  }
}
