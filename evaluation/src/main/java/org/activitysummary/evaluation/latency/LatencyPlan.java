package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cells are measured in how many rounds, how many calls or how long, and who takes turns with
 * whom; fixed before the first round. How long it takes to make the calls is learnt on the way.
 *
 * @param rounds how many there are; each cell has one fork in each
 * @param forks the cells in the order of the first round, with their durations
 * @param turns at most one for each size; there may be none
 */
public record LatencyPlan(int rounds, Map<Cell, ForkPlan> forks, List<TurnPlan> turns) {

  /** Starting a JVM, opening the pool, JMH's handshake; as seen on two cores. */
  private static final Duration FORK_OVERHEAD = Duration.ofMillis(700);

  /**
   * Checks that there is something to do.
   *
   * @throws IllegalArgumentException if there are no cells or no rounds
   */
  public LatencyPlan {
    if (rounds < 1 || forks.isEmpty()) {
      throw new IllegalArgumentException(
          "a plan needs at least one round and one cell, found %d and %d"
              .formatted(rounds, forks.size()));
    }
    forks = Collections.unmodifiableMap(new LinkedHashMap<>(forks));
    turns = List.copyOf(turns);
  }

  /**
   * Returns the forks of a round. At each size the arms start one further on than in the round
   * before, so that each arm comes first, in the middle and last equally often; one fork with turns
   * comes before them and the others after them.
   *
   * @param round counted from 1
   */
  public List<Step> order(int round) {
    List<Step> order = new ArrayList<>();
    for (int size : forks.keySet().stream().map(Cell::size).distinct().toList()) {
      List<Cell> arms =
          new ArrayList<>(forks.keySet().stream().filter(c -> c.size() == size).toList());
      Collections.rotate(arms, -(round - 1));
      List<Turns> inTurns = turns(size).map(plan -> plan.of(round, rounds)).orElse(List.of());
      inTurns.stream().limit(1).forEach(order::add);
      order.addAll(arms);
      inTurns.stream().skip(1).forEach(order::add);
    }
    return order;
  }

  private Optional<TurnPlan> turns(int size) {
    return turns.stream().filter(plan -> plan.size() == size).findFirst();
  }

  /** Returns how long a fork with turns runs. */
  ForkPlan times(Turns fork) {
    return turns(fork.size()).orElseThrow().times();
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
    return forks.get(cell).next(calls, rounds - round + 1);
  }

  /**
   * Returns whether a fork is asked once more while an event comes and goes: in every round, but
   * about the largest user, where two calls more may take seconds, only in the last.
   *
   * @param round counted from 1
   */
  public boolean asksAboutFreshEvent(int round, Cell cell) {
    int largest = forks.keySet().stream().mapToInt(Cell::size).max().orElseThrow();
    return round == rounds || cell.size() < largest;
  }

  /** Returns the part of the plan that is about some of its sizes. */
  public LatencyPlan only(List<Integer> sizes) {
    Map<Cell, ForkPlan> part = new LinkedHashMap<>(forks);
    part.keySet().removeIf(cell -> !sizes.contains(cell.size()));
    return new LatencyPlan(
        rounds, part, turns.stream().filter(plan -> sizes.contains(plan.size())).toList());
  }

  /** Returns how many forks there are in all. */
  public int forkCount() {
    return rounds * forks.size() + turns.stream().mapToInt(TurnPlan::forks).sum();
  }

  /** Returns how long the plan should take. */
  public Duration expectedDuration() {
    return expectedDurations().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns how long each fork should take, in the order they run. */
  public List<Duration> expectedDurations() {
    List<Duration> durations = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Step step : order(round)) {
        ForkPlan times = step instanceof Turns fork ? times(fork) : forks.get(step);
        durations.add(FORK_OVERHEAD.plus(times.warmup()).plus(times.measuring()));
      }
    }
    return durations;
  }
}
