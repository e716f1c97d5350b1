package org.activitysummary.evaluation.mixed;

import java.util.List;
import org.activitysummary.evaluation.comparison.Comparison;

/**
 * What happens to the smallest user when a connection serves users of all sizes by turns.
 *
 * @param implementation its name
 * @param size rows of the smallest user
 * @param others rows of the others, each asked about in turn between two calls about the smallest
 * @param calls timed or not, about all users, on the connections that were timed
 * @param wrong answers among them, and among those whose plans were watched
 * @param times of the smallest user: on the connection that serves all, on one of its own
 *     meanwhile, and on that one while nobody else is served
 * @param comparisons of P50 and P99 of the first with each of the others, paired by round
 * @param plans from the first call on
 * @param preparedBefore statements of the timed connection after its warm-up
 * @param preparedAfter after its last call
 */
public record SharedConnectionFinding(
    String implementation,
    int size,
    List<Integer> others,
    int calls,
    int wrong,
    List<Times> times,
    List<Comparison> comparisons,
    PlanEvidence plans,
    List<PreparedStatementUse> preparedBefore,
    List<PreparedStatementUse> preparedAfter) {

  /** Keeps copies. */
  public SharedConnectionFinding {
    others = List.copyOf(others);
    times = List.copyOf(times);
    comparisons = List.copyOf(comparisons);
    preparedBefore = List.copyOf(preparedBefore);
    preparedAfter = List.copyOf(preparedAfter);
  }
}
