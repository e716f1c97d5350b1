package org.activitysummary.evaluation.latency;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long a fork runs.
 *
 * @param warmup before anything is recorded
 * @param measuring while calls are recorded; where calls are wanted, as the pilot suggests
 * @param shortest measuring, however few calls are still wanted
 * @param calls wanted of each fork; 0 where its time alone decides
 */
public record ForkPlan(Duration warmup, Duration measuring, Duration shortest, int calls) {

  /** The last fork has no successor that could make up for it, and forks differ. */
  private static final double LAST_MARGIN = 1.07;

  /** On top of it, since few and fast calls differ more. */
  private static final Duration LAST_EXTRA = Duration.ofMillis(200);

  /** A round with too few calls has no median to speak of, however many the others had. */
  private static final double LEAST_SHARE = 0.5;

  /** A fork whose time alone decides. */
  public ForkPlan(Duration warmup, Duration measuring) {
    this(warmup, measuring, measuring, 0);
  }

  /**
   * Returns the plan of the next fork, which makes up for what earlier ones made too few or too
   * many. Only the durations of their calls count, whether they kept a limit does not.
   *
   * @param earlier durations in nanoseconds of the calls of each earlier fork of the same cell
   * @param forksLeft the next one among them
   */
  ForkPlan next(List<long[]> earlier, int forksLeft) {
    long made = earlier.stream().mapToLong(nanos -> nanos.length).sum();
    if (calls == 0 || made == 0) {
      return this;
    }
    double nanosPerCall = earlier.stream().flatMapToLong(Arrays::stream).average().orElseThrow();
    long lacking = (long) calls * (earlier.size() + forksLeft) - made;
    double wanted = Math.max(LEAST_SHARE * calls, (double) lacking / forksLeft);
    Duration exact = Duration.ofNanos(Math.round(nanosPerCall * wanted));
    Duration paced =
        forksLeft > 1
            ? exact
            : Duration.ofNanos(Math.round(exact.toNanos() * LAST_MARGIN)).plus(LAST_EXTRA);
    return new ForkPlan(warmup, paced.compareTo(shortest) < 0 ? shortest : paced, shortest, calls);
  }
}
