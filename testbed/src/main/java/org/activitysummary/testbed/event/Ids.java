package org.activitysummary.testbed.event;

import java.util.Random;

/** Where the ids of new events come from; no id comes twice. */
enum Ids {
  /** Small gaps, from below zero on. */
  NEARBY {
    @Override
    long at(long n, Random random) {
      return -90 + n * 3 + random.nextInt(3);
    }
  },
  SPARSE {
    @Override
    long at(long n, Random random) {
      return n * 1_000 + random.nextInt(900);
    }
  },
  DENSE {
    @Override
    long at(long n, Random random) {
      return n - 70;
    }
  },
  EXTREME {
    @Override
    long at(long n, Random random) {
      long step = n / EDGES.length;
      long edge = EDGES[(int) (n % EDGES.length)];
      // Inwards from the ends, upwards elsewhere.
      return edge == Long.MAX_VALUE ? edge - step : edge + step;
    }
  };

  /** Far enough apart for the lists that are made: a thousand steps do not meet the next edge. */
  private static final long[] EDGES = {
    Long.MIN_VALUE, Long.MAX_VALUE, -65, 1L << 32, -(1L << 32), 1L << 62, 63 + (1L << 20)
  };

  /**
   * Returns the id of an event.
   *
   * @param n number of the event, from 0
   * @param random source of gaps
   */
  abstract long at(long n, Random random);
}
