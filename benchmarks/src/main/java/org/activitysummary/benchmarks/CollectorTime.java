package org.activitysummary.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Time that this JVM's collectors took, as they tell. */
final class CollectorTime {

  private CollectorTime() {}

  /** Returns the milliseconds so far, of all collectors together. */
  static long millis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }
}
