package org.activitysummary.evaluation.latency;

import java.util.ArrayList;
import java.util.List;

/**
 * JVM flags of the benchmark's forks, the same for every implementation: room for a million fetched
 * events, and the collector a server of that size would use.
 */
public final class BenchmarkFlags {

  /** From this feature release on the JVM warns about the memory access that JMH 1.37 uses. */
  private static final int WARNS_ABOUT_UNSAFE = 24;

  private BenchmarkFlags() {}

  /** Returns the flags for the running JVM. */
  public static List<String> ofThisJvm() {
    List<String> flags = new ArrayList<>(List.of("-Xms512m", "-Xmx3g", "-XX:+UseG1GC"));
    if (Runtime.version().feature() >= WARNS_ABOUT_UNSAFE) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(flags);
  }
}
