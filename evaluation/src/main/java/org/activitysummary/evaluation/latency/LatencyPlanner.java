package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.profile.Profile;

/**
 * Decides how many calls each fork makes, or how long it measures.
 *
 * <p>An implementation that is to be proven fast gets the time that its calls need. Yardsticks, and
 * the implementation to be replaced, are cut off: a few calls show how slow they are.
 */
public final class LatencyPlanner {

  /** Medians settle with far fewer calls than tails; the second arm only shows medians' noise. */
  private static final int SHARE_OF_AGAIN = 12;

  /** What counts as a short call: the processes around it, not the work, are most of its noise. */
  private static final Duration SHORT_CALL = Duration.ofMillis(30);

  private final Profile profile;
  private final List<UserActivityServiceProvider> implementations;

  /** Plans for a profile and the implementations to measure. */
  public LatencyPlanner(Profile profile, List<UserActivityServiceProvider> implementations) {
    this.profile = profile;
    this.implementations = List.copyOf(implementations);
  }

  /**
   * Returns the plan.
   *
   * @param pilot roughly how long one call takes, per cell
   */
  public LatencyPlan plan(Map<Cell, Duration> pilot) {
    Map<Integer, Integer> rounds = rounds(pilot);
    Map<Cell, ForkPlan> forks = new LinkedHashMap<>();
    String repeated = repeated();
    pilot.forEach(
        (cell, call) -> {
          ForkPlan fork = fork(cell, call, rounds.get(cell.size()));
          forks.put(cell, fork);
          if (cell.arm().implementation().equals(repeated)) {
            Duration part = atLeastMinimum(fork.measuring().dividedBy(SHARE_OF_AGAIN));
            forks.put(
                new Cell(Arm.again(repeated), cell.size()), new ForkPlan(profile.warmup(), part));
          }
        });
    return new LatencyPlan(rounds, forks);
  }

  private Map<Integer, Integer> rounds(Map<Cell, Duration> pilot) {
    Map<Integer, Integer> rounds = new LinkedHashMap<>();
    pilot.forEach(
        (cell, call) -> {
          boolean more = cell.size() >= Evidence.COMPARED_FROM && call.compareTo(SHORT_CALL) <= 0;
          rounds.merge(
              cell.size(), more ? profile.roundsOfShortCalls() : profile.rounds(), Math::min);
        });
    return rounds;
  }

  /** The implementation of the A/A comparison: the last that is to be proven fast. */
  private String repeated() {
    return implementations.stream()
        .filter(this::toBeProvenFast)
        .map(UserActivityServiceProvider::name)
        .reduce((first, second) -> second)
        .orElse(implementations.get(0).name());
  }

  /** Subjects and candidates, except the one to be replaced. */
  private boolean toBeProvenFast(UserActivityServiceProvider implementation) {
    boolean judged =
        implementation.kind() == Kind.SUBJECT || implementation.kind() == Kind.CANDIDATE;
    return judged && !implementation.name().equals(Evidence.REFERENCE);
  }

  private ForkPlan fork(Cell cell, Duration call, int rounds) {
    int calls = (profile.samples() + rounds - 1) / rounds;
    Duration measuring = atLeastMinimum(call.multipliedBy(calls));
    boolean fast =
        implementations.stream()
            .anyMatch(i -> i.name().equals(cell.arm().implementation()) && toBeProvenFast(i));
    if (!fast && measuring.compareTo(profile.maximumMeasuring()) > 0) {
      return new ForkPlan(profile.warmup(), profile.maximumMeasuring());
    }
    return new ForkPlan(profile.warmup(), measuring, profile.minimumMeasuring(), calls);
  }

  private Duration atLeastMinimum(Duration duration) {
    return duration.compareTo(profile.minimumMeasuring()) < 0
        ? profile.minimumMeasuring()
        : duration;
  }
}
