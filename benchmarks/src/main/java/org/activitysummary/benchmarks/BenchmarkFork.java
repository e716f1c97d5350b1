package org.activitysummary.benchmarks;

import java.nio.file.Path;
import org.activitysummary.testbed.target.Target;

/** What every benchmark's JVM does first. */
final class BenchmarkFork {

  /** Main class of JMH's forks; without forks, the parent may be a shell that leaves. */
  private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

  private BenchmarkFork() {}

  /** Ends with its parent, if it is a fork, and returns where to connect. */
  static Target begin() {
    if (System.getProperty("sun.java.command", "").startsWith(FORK)) {
      ParentWatch.endWithParent();
    }
    return Target.read(Path.of(requireTargetFile()));
  }

  private static String requireTargetFile() {
    String file = System.getProperty(SeededUserState.TARGET_PROPERTY);
    if (file == null) {
      throw new IllegalStateException(
          "System property %s is not set; start the benchmarks with java -jar benchmarks.jar"
              .formatted(SeededUserState.TARGET_PROPERTY));
    }
    return file;
  }
}
