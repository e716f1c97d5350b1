package org.activitysummary.testbed.database;

import java.lang.management.ManagementFactory;

/**
 * What a server of ours may use.
 *
 * @param cores processors, at least 1
 * @param memoryBytes memory of the machine, or of the container this runs in
 */
record Machine(int cores, long memoryBytes) {

  static Machine current() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new Machine(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize());
  }
}
