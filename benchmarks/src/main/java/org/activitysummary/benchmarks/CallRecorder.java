package org.activitysummary.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.runner.IterationType;

/** Collects the durations of the calls of one fork. Not for use by several threads. */
final class CallRecorder {

  private static final int INITIAL_CAPACITY = 1 << 14;

  private long[] nanos = new long[INITIAL_CAPACITY];
  private int count;
  private boolean measuring;
  private long collectorMillisBefore = CollectorTime.millis();

  void record(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** Forgets the calls of the warm-up when the first measured iteration begins. */
  void start(IterationType iteration) {
    if (iteration == IterationType.WARMUP) {
      measuring = false;
    } else if (!measuring) {
      count = 0;
      collectorMillisBefore = CollectorTime.millis();
      measuring = true;
    }
  }

  void writeTo(Path file) {
    SampleFile.write(file, nanos, count, CollectorTime.millis() - collectorMillisBefore);
  }
}
