package org.activitysummary.evaluation.process;

import java.util.List;

/**
 * JVM flags of the calling processes, the same for every implementation.
 *
 * <p>The serial collector with a small initial heap gives the smallest honest footprint: the heap
 * grows when live data demand it, not because memory is there. The maximum lets fetch-all hold a
 * million events. {@code -Xshare:auto} and the rest are the JVM's defaults.
 */
public final class CallerFlags {

  /** As JVM arguments. */
  public static final List<String> ALL =
      List.of("-XX:+UseSerialGC", "-Xms8m", "-Xmx3g", "-XX:TieredStopAtLevel=1", "-Xss512k");

  private CallerFlags() {}

  /** Returns the same flags with another maximum heap. */
  public static List<String> withMaximumHeap(int megabytes) {
    return ALL.stream()
        .map(flag -> flag.startsWith("-Xmx") ? "-Xmx" + megabytes + "m" : flag)
        .toList();
  }
}
