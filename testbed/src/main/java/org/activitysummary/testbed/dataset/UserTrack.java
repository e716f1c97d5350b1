package org.activitysummary.testbed.dataset;

import java.math.BigDecimal;
import org.activitysummary.contract.UserActivitySummary;

/** One user while the rows are being made: what is still to come, and what has been counted. */
final class UserTrack {

  /** Copies called near lie among this many latest events of their user. */
  static final int NEAR_EVENTS = 8;

  private static final int CENT_DIGITS = 2;

  private final long userId;
  private final long rows;
  private final int[] events;
  private long remainingRows;
  private long remainingCopies;
  private int eventCount;
  private long click;
  private long view;
  private long purchase;
  private long cents;

  UserTrack(long userId, long rows, double copyShare) {
    this.userId = userId;
    this.rows = rows;
    remainingRows = rows;
    // The first row of a user has nothing to repeat.
    remainingCopies = Math.min(Math.round(rows * copyShare), Math.max(0, rows - 1));
    events = new int[Math.toIntExact(rows - remainingCopies)];
  }

  long userId() {
    return userId;
  }

  long rows() {
    return rows;
  }

  /** Decides the next row: whether it is a copy, so that in the end exactly the share has been. */
  boolean nextIsCopy(SplitMix64 random) {
    boolean copy =
        eventCount > 0
            && remainingCopies > 0
            && (remainingCopies == remainingRows || random.below(remainingRows) < remainingCopies);
    remainingRows--;
    if (copy) {
      remainingCopies--;
    }
    return copy;
  }

  /** Counts a new event. */
  void add(int event, EventContent content) {
    events[eventCount++] = event;
    switch (content.type()) {
      case EventContent.CLICK -> click++;
      case EventContent.VIEW -> view++;
      case EventContent.PURCHASE -> {
        purchase++;
        cents += content.countedCents();
      }
      default -> {
        // Other types count nowhere.
      }
    }
  }

  /** Returns one of the latest events. */
  int near(SplitMix64 random) {
    int reach = Math.min(NEAR_EVENTS, eventCount);
    return events[eventCount - 1 - (int) random.below(reach)];
  }

  /** Returns one of the older half of the events so far. */
  int far(SplitMix64 random) {
    return events[(int) random.below((eventCount + 1) / 2)];
  }

  SeededUser toSeededUser() {
    return new SeededUser(
        Math.toIntExact(rows),
        userId,
        rows,
        eventCount,
        new UserActivitySummary(click, view, purchase, BigDecimal.valueOf(cents, CENT_DIGITS)));
  }
}
