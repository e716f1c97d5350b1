package org.activitysummary.evaluation.caller;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * When calls should start and whom they ask about; decided by the seed before the first call.
 *
 * @param arrivals by time
 */
record ArrivalSchedule(List<Arrival> arrivals) {

  /** A user ten times as large is asked about a third as often. */
  private static final double RARER_BY = 3;

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * One call to come.
   *
   * @param nanos after the start of the run
   * @param user asked about
   */
  record Arrival(long nanos, SeededUser user) {}

  /**
   * Returns a schedule.
   *
   * @param poisson exponentially distributed gaps instead of equal ones
   * @param ratePerSecond average
   * @param duration no call starts later
   * @param users at least one
   * @param seed of gaps and users
   */
  static ArrivalSchedule of(
      boolean poisson, double ratePerSecond, Duration duration, List<SeededUser> users, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SeededUser> bySize =
        users.stream().sorted(Comparator.comparing(SeededUser::size)).toList();
    List<Arrival> arrivals = new ArrayList<>();
    double meanGap = NANOS_PER_SECOND / ratePerSecond;
    double at = 0;
    while (at < duration.toNanos()) {
      arrivals.add(new Arrival((long) at, draw(bySize, random)));
      at += poisson ? -Math.log(1 - random.nextDouble()) * meanGap : meanGap;
    }
    return new ArrivalSchedule(List.copyOf(arrivals));
  }

  private static SeededUser draw(List<SeededUser> bySize, SplittableRandom random) {
    double total = 0;
    for (int i = 0; i < bySize.size(); i++) {
      total += Math.pow(RARER_BY, -i);
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < bySize.size(); i++) {
      left -= Math.pow(RARER_BY, -i);
      if (left < 0) {
        return bySize.get(i);
      }
    }
    return bySize.get(bySize.size() - 1);
  }
}
