package org.activitysummary.testbed.event;

import java.util.List;

/** Seeded lists of adverse events. */
public final class RandomEvents {
  private RandomEvents() {}

  public static List<Event> generate(long seed, AdverseShape shape, long userId, int maxRows) {
    throw new UnsupportedOperationException("in work");
  }
}
