package org.activitysummary.evaluation.mixed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The plans that the statements of mixed calls on one connection had.
 *
 * @param calls that the server explained
 * @param wrong answers of these calls
 * @param changes how often a statement about a user had another plan than when it last ran about
 *     that user
 * @param statements by user and statement, in the order they were first seen
 * @param reason why there is nothing; absent when there is
 */
public record PlanEvidence(
    int calls,
    int wrong,
    int changes,
    List<StatementPlans> statements,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** Keeps a copy. */
  public PlanEvidence {
    statements = List.copyOf(statements);
  }

  /** Returns whether plans were seen, and none of them changed. */
  public boolean stable() {
    return reason == null && changes == 0;
  }

  /**
   * The plans of one statement about one user.
   *
   * @param size rows of the user
   * @param sql as the server received it
   * @param executions that were seen
   * @param firstPlan hash of the plan's shape at the first of them
   * @param lastPlan at the last
   * @param changes how often the plan was another than at the execution before
   */
  public record StatementPlans(
      int size, String sql, int executions, String firstPlan, String lastPlan, int changes) {

    StatementPlans then(String plan) {
      return new StatementPlans(
          size,
          sql,
          executions + 1,
          firstPlan,
          plan,
          plan.equals(lastPlan) ? changes : changes + 1);
    }
  }
}
