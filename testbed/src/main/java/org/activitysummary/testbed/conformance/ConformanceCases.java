package org.activitysummary.testbed.conformance;

import java.util.List;

/** The cases of the JSON resource. */
public final class ConformanceCases {
  private ConformanceCases() {}

  public static List<ConformanceCase> all() {
    throw new UnsupportedOperationException("in work");
  }
}
