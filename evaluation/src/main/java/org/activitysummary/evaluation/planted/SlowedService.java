package org.activitysummary.evaluation.planted;

import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Takes a multiple of the time of another service, by spinning after each call.
 *
 * @param right answers
 * @param factor from 1 on; 1.1 is 10 % slower
 */
public record SlowedService(UserActivityService right, double factor)
    implements UserActivityService {

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    long start = System.nanoTime();
    UserActivitySummary answer = right.fetchUserActivitySummary(userId);
    long end = start + Math.round((System.nanoTime() - start) * factor);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return answer;
  }
}
