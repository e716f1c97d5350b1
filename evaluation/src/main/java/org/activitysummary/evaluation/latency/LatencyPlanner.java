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
 * Decides how long each fork measures.
 *
 * <p>An implementation that is to be proven fast gets the time that its calls need. Yardsticks, and
 * the implementation to be replaced, are cut off: a few calls show how slow they are.
 */
public final class LatencyPlanner {

  /**
   * A call may be slower than in the pilot; the shortest measuring comes on top, since few and fast
   * calls differ more.
   */
  private static final double MARGIN = 1.1;

  /** Medians settle with far fewer calls than tails; the second arm only shows medians' noise. */
  private static final int SHARE_OF_AGAIN = 8;

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
    String repeated = repeated();
    for (Map.Entry<Cell, Duration> cell : pilot.entrySet()) {
      Duration measuring = measuring(cell.getKey(), cell.getValue());
      forks.put(cell.getKey(), new ForkPlan(profile.warmup(), measuring));
      String implementation = cell.getKey().arm().implementation();
      if (implementation.equals(repeated)) {
        forks.put(
            new Cell(Arm.again(implementation), cell.getKey().size()),
            new ForkPlan(profile.warmup(), atLeastMinimum(measuring.dividedBy(SHARE_OF_AGAIN))));
      }
    }
    return new LatencyPlan(profile.rounds(), forks);
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

  private Duration measuring(Cell cell, Duration call) {
    int callsPerRound = (profile.samples() + profile.rounds() - 1) / profile.rounds();
    Duration wanted =
        Duration.ofNanos((long) (call.toNanos() * callsPerRound * MARGIN))
            .plus(profile.minimumMeasuring());
    boolean cutOff =
        implementations.stream()
            .filter(i -> i.name().equals(cell.arm().implementation()))
            .noneMatch(this::toBeProvenFast);
    return cutOff && wanted.compareTo(profile.maximumMeasuring()) > 0
        ? profile.maximumMeasuring()
        : wanted;
  }

  private Duration atLeastMinimum(Duration duration) {
    return duration.compareTo(profile.minimumMeasuring()) < 0
        ? profile.minimumMeasuring()
        : duration;
  }
}
