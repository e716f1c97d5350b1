package org.activitysummary.evaluation.caller;

import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.dataset.SeededUser;

/** Calls one implementation about one user, again and again, and checks each answer. */
final class CallLoop {

  private final UserActivityService service;
  private final SeededUser user;
  private final UserActivityServiceProvider provider;

  CallLoop(UserActivityServiceProvider provider, DataSource dataSource, SeededUser user) {
    this.provider = provider;
    this.service = provider.create(dataSource);
    this.user = user;
  }

  /** Makes the calls and returns their traffic as one line. */
  String call(int calls) {
    WireTraffic.Snapshot before = WireTraffic.OF_THIS_PROCESS.snapshot();
    run(calls);
    WireTraffic.Snapshot moved = WireTraffic.OF_THIS_PROCESS.snapshot().since(before);
    return "done rows="
        + moved.rows()
        + " received="
        + moved.received()
        + " sent="
        + moved.sent()
        + " statements="
        + moved.statements();
  }

  void run(int calls) {
    for (int i = 0; i < calls; i++) {
      UserActivitySummary answer = service.fetchUserActivitySummary(user.userId());
      if (!provider.kind().mayBeInexact() && !answer.equals(user.expected())) {
        throw new IllegalStateException(
            "'%s' answered %s for the user of %d rows; expected %s"
                .formatted(provider.name(), answer, user.size(), user.expected()));
      }
    }
  }
}
