package org.activitysummary.evaluation.containment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.process.CallerFlags;

/**
 * How much an implementation may take before it counts as broken down.
 *
 * @param patience longest time for one answer
 * @param heapMegabytes maximum heap of its process
 */
public record Containment(Duration patience, int heapMegabytes) {

  /** Fetching a million events takes seconds; whoever takes longer than this hangs. */
  public static final Containment STANDARD = new Containment(Duration.ofSeconds(30), 3_072);

  /** Returns the implementation of that name; its process starts with the first question. */
  public ContainedImplementation contain(String implementation) {
    return new ContainedImplementation(implementation, this);
  }

  List<String> flags() {
    List<String> flags = new ArrayList<>(CallerFlags.withMaximumHeap(heapMegabytes));
    flags.add("-XX:+ExitOnOutOfMemoryError");
    // What the JVM itself prints must not come between the answers.
    flags.add("-XX:+DisplayVMOutputToStderr");
    return flags;
  }
}
