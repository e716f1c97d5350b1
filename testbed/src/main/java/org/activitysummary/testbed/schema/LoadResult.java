package org.activitysummary.testbed.schema;

import java.time.Duration;

/**
 * What loading a dataset took.
 *
 * @param rows rows stored
 * @param duration generation and COPY together, without VACUUM and cache warming
 * @param bytes COPY text sent
 */
public record LoadResult(long rows, Duration duration, long bytes) {

  /**
   * Returns the loading speed.
   *
   * @return rows per second
   */
  public double rowsPerSecond() {
    return rows / (Math.max(1, duration.toNanos()) / 1e9);
  }
}
