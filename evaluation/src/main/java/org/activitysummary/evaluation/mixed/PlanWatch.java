package org.activitysummary.evaluation.mixed;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.caller.ServerNotices;
import org.activitysummary.evaluation.containment.ExplainOptions;
import org.activitysummary.evaluation.evidence.PlanReader;
import org.activitysummary.evaluation.evidence.StatementEvidence;
import org.activitysummary.evaluation.mixed.PlanEvidence.StatementPlans;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Has the server explain every statement while an implementation is asked about users of different
 * sizes on one connection, from its first call on. A pass of its own, since it costs time, and as
 * the owner, since {@code auto_explain} takes a superuser.
 */
final class PlanWatch {

  private final ConnectionTarget owner;

  PlanWatch(ConnectionTarget owner) {
    this.owner = owner;
  }

  /** Returns what was seen of calls about these users, in this order. */
  PlanEvidence watch(UserActivityServiceProvider provider, List<SeededUser> users) {
    try (HikariDataSource pool = ReaderPool.open(owner, 1, ExplainOptions.driverProperties())) {
      AnsweredCalls calls = new AnsweredCalls(provider, pool);
      Map<String, StatementPlans> seen = new LinkedHashMap<>();
      ServerNotices.drain();
      for (int i = 0; i < users.size(); i++) {
        calls.nanos(users.get(i));
        for (String notice : ServerNotices.drain()) {
          if (PlanReader.isPlan(notice)) {
            add(users.get(i), PlanReader.read(notice, i + 1), seen);
          }
        }
      }
      return evidence(calls, List.copyOf(seen.values()));
    } catch (PoolInitializationException e) {
      return nothing(e.getMessage());
    }
  }

  private static void add(
      SeededUser user, StatementEvidence plan, Map<String, StatementPlans> seen) {
    seen.compute(
        user.size() + plan.sql(),
        (key, before) ->
            before == null
                ? new StatementPlans(
                    user.size(), plan.sql(), 1, plan.planHash(), plan.planHash(), 0)
                : before.then(plan.planHash()));
  }

  private static PlanEvidence evidence(AnsweredCalls calls, List<StatementPlans> statements) {
    return statements.isEmpty()
        ? nothing("the server sent no plan")
        : new PlanEvidence(
            calls.calls(),
            calls.wrong(),
            statements.stream().mapToInt(StatementPlans::changes).sum(),
            statements,
            null);
  }

  private static PlanEvidence nothing(String why) {
    return new PlanEvidence(0, 0, 0, List.of(), "auto_explain could not be used: " + why);
  }
}
