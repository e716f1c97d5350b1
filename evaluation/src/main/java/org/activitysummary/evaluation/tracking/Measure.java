package org.activitysummary.evaluation.tracking;

/** What is followed from run to run. */
public enum Measure {
  /** Median. */
  LATENCY_P50("latency-p50", "ms", true),
  /** Tail. */
  LATENCY_P99("latency-p99", "ms", true),
  /** Of the calling process. */
  PEAK_RSS("peak-rss", "bytes", false),
  /** By one call. */
  BYTES_RECEIVED("received-per-call", "bytes", false),
  /** By one call. */
  ROWS("rows-per-call", "rows", false),
  /** By one call. */
  STATEMENTS("statements-per-call", "statements", false);

  private final String id;
  private final String unit;
  private final boolean time;

  Measure(String id, String unit, boolean time) {
    this.id = id;
    this.unit = unit;
    this.time = time;
  }

  /** Returns the name in files: lower case, hyphens. */
  public String id() {
    return id;
  }

  /** Returns the unit. */
  public String unit() {
    return unit;
  }

  /** Returns whether it depends on how fast the machine is. */
  public boolean isTime() {
    return time;
  }
}
