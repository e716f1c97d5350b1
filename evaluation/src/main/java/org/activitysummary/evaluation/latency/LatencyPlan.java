package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells are measured in how many rounds, and how many calls or how long; fixed before the
 * first round. How long it takes to make the calls is learnt on the way.
 *
 * @param roundsBySize how many rounds each size takes part in; spread over those of the size with
 *     the most
 * @param forks the cells in the order of the first round, with their durations
 */
public record LatencyPlan(Map<Integer, Integer> roundsBySize, Map<Cell, ForkPlan> forks) {

  /** Starting a JVM, opening the pool, JMH's handshake; as seen on two cores. */
  private static final Duration FORK_OVERHEAD = Duration.ofMillis(700);

  /**
   * Checks that there is something to do.
   *
   * @throws IllegalArgumentException if there are no cells, or one without a round
   */
  public LatencyPlan {
    roundsBySize = Map.copyOf(roundsBySize);
    Map<Integer, Integer> rounds = roundsBySize;
    if (forks.isEmpty()
        || forks.keySet().stream().anyMatch(cell -> rounds.getOrDefault(cell.size(), 0) < 1)) {
      throw new IllegalArgumentException(
          "a plan needs at least one cell and a round for each, found %s for %s"
              .formatted(rounds, forks.keySet()));
    }
    forks = Collections.unmodifiableMap(new LinkedHashMap<>(forks));
  }

  /** Returns how many rounds there are, that of the size with the most. */
  public int rounds() {
    return forks.keySet().stream().mapToInt(cell -> rounds(cell.size())).max().orElseThrow();
  }

  private int rounds(int size) {
    return roundsBySize.get(size);
  }

  /** Returns how many rounds a size has taken part in after this one. */
  private int turn(int round, int size) {
    return round * rounds(size) / rounds();
  }

  /**
   * Returns the cells of a round. At each size the arms start one further on than in the round
   * before, so that each arm comes first, in the middle and last equally often.
   *
   * @param round counted from 1
   */
  public List<Cell> order(int round) {
    List<Cell> order = new ArrayList<>();
    for (int size : forks.keySet().stream().map(Cell::size).distinct().toList()) {
      int turn = turn(round, size);
      if (turn > turn(round - 1, size)) {
        List<Cell> arms =
            new ArrayList<>(forks.keySet().stream().filter(c -> c.size() == size).toList());
        Collections.rotate(arms, -(turn - 1));
        order.addAll(arms);
      }
    }
    return order;
  }

  /**
   * Returns the plan of one fork.
   *
   * @param round counted from 1
   * @param earlier forks of the rounds before; those of other cells do not matter
   */
  ForkPlan fork(int round, Cell cell, List<ForkResult> earlier) {
    List<long[]> calls =
        earlier.stream().filter(e -> e.cell().equals(cell)).map(ForkResult::nanos).toList();
    int forksLeft = rounds(cell.size()) - turn(round, cell.size()) + 1;
    return forks.get(cell).next(calls, forksLeft);
  }

  /**
   * Returns whether a fork is asked once more while an event comes and goes: in every round, but
   * about the largest user, where two calls more may take seconds, only in the last. A second arm
   * would answer as the first.
   *
   * @param round counted from 1
   */
  public boolean asksAboutFreshEvent(int round, Cell cell) {
    int largest = forks.keySet().stream().mapToInt(Cell::size).max().orElseThrow();
    return cell.arm().label().equals(Arm.FIRST) && (round == rounds() || cell.size() < largest);
  }

  /** Returns the part of the plan that is about some of its sizes. */
  public LatencyPlan only(List<Integer> sizes) {
    Map<Cell, ForkPlan> part = new LinkedHashMap<>(forks);
    part.keySet().removeIf(cell -> !sizes.contains(cell.size()));
    return new LatencyPlan(roundsBySize, part);
  }

  /** Returns how many forks there are in all. */
  public int forkCount() {
    return forks.keySet().stream().mapToInt(cell -> rounds(cell.size())).sum();
  }

  /** Returns how long the plan should take. */
  public Duration expectedDuration() {
    return expectedDurations().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns how long each fork should take, in the order they run. */
  public List<Duration> expectedDurations() {
    List<Duration> durations = new ArrayList<>();
    for (int round = 1; round <= rounds(); round++) {
      for (Cell cell : order(round)) {
        ForkPlan fork = forks.get(cell);
        durations.add(FORK_OVERHEAD.plus(fork.warmup()).plus(fork.measuring()));
      }
    }
    return durations;
  }
}
