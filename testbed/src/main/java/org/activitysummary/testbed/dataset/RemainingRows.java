package org.activitysummary.testbed.dataset;

/**
 * How many rows each user still has to come, as a Fenwick tree: drawing a user in proportion to
 * that takes a step per power of two of the number of users.
 */
final class RemainingRows {

  private final long[] tree;
  private final int highestStep;
  private long total;

  RemainingRows(long[] rowsByUser) {
    tree = new long[rowsByUser.length + 1];
    highestStep = Integer.highestOneBit(rowsByUser.length);
    for (int i = 1; i < tree.length; i++) {
      tree[i] += rowsByUser[i - 1];
      total += rowsByUser[i - 1];
      int parent = i + (i & -i);
      if (parent < tree.length) {
        tree[parent] += tree[i];
      }
    }
  }

  /** Returns the rows of all users that are still to come. */
  long total() {
    return total;
  }

  /**
   * Takes one row away from the user it belongs to.
   *
   * @param row which of the remaining rows, from 0 to {@link #total()} - 1
   * @return index of the user
   */
  int take(long row) {
    int user = 0;
    long rest = row;
    for (int step = highestStep; step > 0; step >>= 1) {
      int next = user + step;
      if (next < tree.length && tree[next] <= rest) {
        user = next;
        rest -= tree[next];
      }
    }
    for (int i = user + 1; i < tree.length; i += i & -i) {
      tree[i]--;
    }
    total--;
    return user;
  }
}
