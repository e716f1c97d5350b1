package org.activitysummary.benchmarks;

import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * One implementation that is asked about one user again and again: keeps how long each call took,
 * and compares each answer with the oracle's after the clock has stopped.
 */
final class TimedCaller {

  private final UserActivityServiceProvider provider;
  private final UserActivityService service;
  private final SeededUser user;
  private final CallRecorder calls = new CallRecorder();

  TimedCaller(String implementation, DataSource dataSource, SeededUser user) {
    this.provider = Implementations.named(implementation);
    this.service = provider.create(dataSource);
    this.user = user;
  }

  UserActivityService service() {
    return service;
  }

  CallRecorder calls() {
    return calls;
  }

  /** Returns whether a wrong answer is an error: not of a yardstick that need not be right. */
  boolean mustBeRight() {
    return !provider.kind().mayBeInexact();
  }

  /**
   * Makes one call.
   *
   * @throws IllegalStateException if the answer is wrong: numbers of a wrong implementation mean
   *     nothing
   */
  UserActivitySummary call() {
    long start = System.nanoTime();
    UserActivitySummary answer = service.fetchUserActivitySummary(user.userId());
    calls.record(System.nanoTime() - start);
    if (mustBeRight() && !answer.equals(user.expected())) {
      throw new IllegalStateException(
          "'%s' answered %s for the user of %d rows; expected %s"
              .formatted(provider.name(), answer, user.size(), user.expected()));
    }
    return answer;
  }
}
