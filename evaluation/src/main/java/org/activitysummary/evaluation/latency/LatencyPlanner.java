package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.ArrayList;
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

  /** Long enough for several turns of calls that are short. */
  private static final int TURNS_TO_MINIMUM = 2;

  /** Where once there and back takes longer, a fork in each round is enough. */
  private static final Duration LONG_PASS = Duration.ofSeconds(1);

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
    Map<Cell, ForkPlan> forks = new LinkedHashMap<>();
    pilot.forEach((cell, call) -> forks.put(cell, fork(cell, call)));
    List<TurnPlan> turns =
        pilot.keySet().stream().map(Cell::size).distinct().map(size -> turns(size, pilot)).toList();
    return new LatencyPlan(profile.rounds(), forks, turns);
  }

  /**
   * A pass that has begun is finished: where one takes long, the time is up in the middle of the
   * first while warming up, and at the end of the first or in the second while measuring.
   */
  private TurnPlan turns(int size, Map<Cell, Duration> pilot) {
    List<Arm> arms = new ArrayList<>();
    Duration pass = Duration.ZERO;
    for (UserActivityServiceProvider implementation : implementations) {
      Duration call = pilot.get(new Cell(Arm.first(implementation.name()), size));
      if (call == null) {
        continue;
      }
      arms.add(Arm.turn(implementation.name()));
      pass = pass.plus(call.multipliedBy(2));
      if (implementation.name().equals(repeated())) {
        arms.add(Arm.turnAgain(implementation.name()));
        pass = pass.plus(call.multipliedBy(2));
      }
    }
    Duration measuring = profile.minimumMeasuring().multipliedBy(TURNS_TO_MINIMUM);
    return new TurnPlan(
        size,
        arms,
        pass.compareTo(LONG_PASS) > 0 ? profile.rounds() : profile.turnForks(),
        longer(pass.dividedBy(2), profile.warmup()),
        longer(pass, measuring));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
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

  private ForkPlan fork(Cell cell, Duration call) {
    int calls = (profile.samples() + profile.rounds() - 1) / profile.rounds();
    Duration measuring = longer(call.multipliedBy(calls), profile.minimumMeasuring());
    boolean fast =
        implementations.stream()
            .anyMatch(i -> i.name().equals(cell.arm().implementation()) && toBeProvenFast(i));
    if (!fast && measuring.compareTo(profile.maximumMeasuring()) > 0) {
      return new ForkPlan(profile.warmup(), profile.maximumMeasuring());
    }
    return new ForkPlan(profile.warmup(), measuring, profile.minimumMeasuring(), calls);
  }
}
