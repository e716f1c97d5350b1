package org.activitysummary.evaluation.mixed;

import java.util.ArrayList;
import java.util.List;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Calls about a small user between calls about others.
 *
 * @param shared calls on the connection that serves all
 * @param own calls on the small user's own connection
 * @param small the small user
 * @param others at least one
 */
record Turns(AnsweredCalls shared, AnsweredCalls own, SeededUser small, List<SeededUser> others) {

  /**
   * Durations of calls about the small user, in nanoseconds.
   *
   * @param shared on the connection that serves all
   * @param own on its own, meanwhile
   */
  record Together(long[] shared, long[] own) {}

  /** Asks about the small user on its own connection while nobody else is served. */
  long[] alone(int turns) {
    long[] nanos = new long[turns];
    for (int turn = 0; turn < turns; turn++) {
      nanos[turn] = own.nanos(small);
    }
    return nanos;
  }

  /**
   * Asks about one of the others and then about the small user on both connections, again and
   * again. Which connection comes first changes with every pass through the others, so that each is
   * as often right behind each of them.
   */
  Together together(int turns) {
    long[] onShared = new long[turns];
    long[] onOwn = new long[turns];
    for (int turn = 0; turn < turns; turn++) {
      shared.nanos(other(turn));
      if (turn / others.size() % 2 == 0) {
        onShared[turn] = shared.nanos(small);
        onOwn[turn] = own.nanos(small);
      } else {
        onOwn[turn] = own.nanos(small);
        onShared[turn] = shared.nanos(small);
      }
    }
    return new Together(onShared, onOwn);
  }

  private SeededUser other(int turn) {
    return others.get(others.size() - 1 - turn % others.size());
  }

  /** Returns whom the shared connection is asked about in so many turns. */
  List<SeededUser> order(int turns) {
    List<SeededUser> order = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      order.add(other(turn));
      order.add(small);
    }
    return order;
  }

  int calls() {
    return shared.calls() + own.calls();
  }

  int wrong() {
    return shared.wrong() + own.wrong();
  }
}
