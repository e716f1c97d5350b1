package org.activitysummary.evaluation.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the smallest maximum heap in which an implementation still answers. Unlike the resident set
 * it does not depend on how eagerly a collector gives memory back.
 */
public final class SmallestHeap {

  private static final int LEAST_MEGABYTES = 4;
  private static final int MOST_MEGABYTES = 3072;

  /** Closer is not worth another process. */
  private static final double PRECISION = 1.05;

  private static final int CALLS = 3;

  private final Path target;

  /**
   * Prepares to search.
   *
   * @param target file with the reader's connection and the expected answers
   */
  public SmallestHeap(Path target) {
    this.target = target;
  }

  /**
   * Returns the smallest {@code -Xmx} that sufficed, in bytes, to within 5 % or 1 MB; null if 3 GB
   * did not.
   */
  public Long search(String implementation, int size) {
    if (!suffices(implementation, size, MOST_MEGABYTES)) {
      return null;
    }
    int tooSmall = LEAST_MEGABYTES - 1;
    int enough = MOST_MEGABYTES;
    while (enough - tooSmall > 1 && enough > tooSmall * PRECISION) {
      int middle = (int) Math.round(Math.sqrt((double) enough * tooSmall));
      middle = Math.max(tooSmall + 1, Math.min(enough - 1, middle));
      if (suffices(implementation, size, middle)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return (long) enough << 20;
  }

  private boolean suffices(String implementation, int size, int megabytes) {
    List<String> flags = new ArrayList<>(CallerFlags.withMaximumHeap(megabytes));
    flags.removeIf(flag -> flag.startsWith("-Xms"));
    flags.add("-XX:+ExitOnOutOfMemoryError");
    try (CallerProcess caller = CallerProcess.start(target, implementation, size, flags)) {
      caller.tell("call " + CALLS);
      return true;
    } catch (CallerFailure e) {
      return false;
    }
  }
}
