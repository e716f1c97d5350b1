package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who takes turns about the user of one size, and in how many forks.
 *
 * @param size rows of the seeded user
 * @param arms who takes part
 * @param forks spread over the rounds; each gives one ratio
 * @param warmup of each, before anything is recorded
 * @param measuring of each; once there and back at least
 */
public record TurnPlan(int size, List<Arm> arms, int forks, Duration warmup, Duration measuring) {

  /** Keeps a copy. */
  public TurnPlan {
    arms = List.copyOf(arms);
  }

  /** Returns the forks of a round; each arm comes first, in the middle and last equally often. */
  List<Turns> of(int round, int rounds) {
    return IntStream.rangeClosed(until(round - 1, rounds) + 1, until(round, rounds))
        .mapToObj(this::numbered)
        .toList();
  }

  private int until(int round, int rounds) {
    return round * forks / rounds;
  }

  private Turns numbered(int number) {
    List<Arm> order = new ArrayList<>(arms);
    Collections.rotate(order, -(number - 1));
    return new Turns(size, number, order);
  }

  /** Returns how long one fork runs. */
  ForkPlan times() {
    return new ForkPlan(warmup, measuring);
  }
}
