package org.activitysummary.evaluation.mixed;

import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.dataset.SeededUser;

/** Times calls of one implementation and counts its wrong answers. */
final class AnsweredCalls {

  private final UserActivityServiceProvider provider;
  private final UserActivityService service;
  private int calls;
  private int wrong;

  AnsweredCalls(UserActivityServiceProvider provider, DataSource pool) {
    this.provider = provider;
    this.service = provider.create(pool);
  }

  /**
   * Asks once and returns how long that took.
   *
   * @throws EvaluationException if there was no answer
   */
  long nanos(SeededUser user) {
    long start = System.nanoTime();
    UserActivitySummary answer;
    try {
      answer = service.fetchUserActivitySummary(user.userId());
    } catch (UserActivityException e) {
      throw new EvaluationException(
          "'%s' was expected to answer about the user of %,d rows but failed: %s; run the evaluation to see why"
              .formatted(provider.name(), user.size(), e.getMessage()),
          e);
    }
    long nanos = System.nanoTime() - start;
    calls++;
    wrong += answer.equals(user.expected()) ? 0 : 1;
    return nanos;
  }

  int calls() {
    return calls;
  }

  int wrong() {
    return wrong;
  }
}
