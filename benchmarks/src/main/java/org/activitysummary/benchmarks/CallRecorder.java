package org.activitysummary.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;

/** Collects the durations of the calls of one fork. Not for use by several threads. */
final class CallRecorder {

  private static final int INITIAL_CAPACITY = 1 << 14;

  private long[] nanos = new long[INITIAL_CAPACITY];
  private int count;
  private long collectorMillisBefore = CollectorTime.millis();

  void record(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** Forgets everything, for instance the calls of the warm-up. */
  void clear() {
    count = 0;
    collectorMillisBefore = CollectorTime.millis();
  }

  void writeTo(Path file) {
    SampleFile.write(file, nanos, count, CollectorTime.millis() - collectorMillisBefore);
  }
}
