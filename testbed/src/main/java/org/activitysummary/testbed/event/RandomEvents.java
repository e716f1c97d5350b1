package org.activitysummary.testbed.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded lists of adverse events, for comparing implementations with the oracle. The same arguments
 * give the same list on every JDK, since {@link Random} is specified to the bit.
 */
public final class RandomEvents {

  private static final int MAX_ROWS = 10_000;

  /** Of rows that share an id with another user. */
  private static final double FOREIGN_SHARE = 0.3;

  private final Random random;
  private final AdverseShape shape;
  private final long userId;
  private final List<Event> rows = new ArrayList<>();
  private final List<Event> own = new ArrayList<>();
  private long events;

  private RandomEvents(long seed, AdverseShape shape, long userId) {
    random = new Random(seed);
    this.shape = shape;
    this.userId = userId;
  }

  /**
   * Returns a list of rows.
   *
   * @param seed decides everything else that is drawn
   * @param shape what is nasty about them
   * @param userId whose rows they are, beside those of other users in {@link
   *     AdverseShape#SHARED_IDS}
   * @param maxRows most rows there may be, from 0 to 10,000
   * @return from 0 to {@code maxRows} rows in storage order
   * @throws IllegalArgumentException if {@code maxRows} is out of range
   */
  public static List<Event> generate(long seed, AdverseShape shape, long userId, int maxRows) {
    if (maxRows < 0 || maxRows > MAX_ROWS) {
      throw new IllegalArgumentException(
          "maxRows must be from 0 to %d but is %d".formatted(MAX_ROWS, maxRows));
    }
    return new RandomEvents(seed, shape, userId).rows(maxRows);
  }

  private List<Event> rows(int maxRows) {
    int count = random.nextInt(maxRows + 1);
    while (rows.size() < count) {
      if (shape == AdverseShape.SHARED_IDS && random.nextDouble() < FOREIGN_SHARE) {
        rows.add(foreign());
      } else {
        Event event = !own.isEmpty() && random.nextDouble() < shape.copyShare() ? copy() : fresh();
        own.add(event);
        rows.add(event);
      }
    }
    return List.copyOf(rows);
  }

  private Event fresh() {
    return drawn(shape.ids().at(events++, random), userId);
  }

  private Event copy() {
    Event original = own.get(random.nextInt(own.size()));
    return random.nextDouble() < shape.rewrittenShare() ? drawn(original.id(), userId) : original;
  }

  private Event foreign() {
    long other = userId == Long.MAX_VALUE ? userId - 1 : userId + 1;
    return drawn(shape.ids().at(random.nextInt(rows.size() + 1), random), other);
  }

  private Event drawn(long id, long user) {
    String type = shape.types().pick(random);
    // Some clicks and views carry a price too, which must not add up.
    boolean priced = type.equals("purchase") || random.nextInt(4) == 0;
    return new Event(id, user, type, priced ? shape.prices().metadata(id, random) : null);
  }
}
