package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The server's side of the calls of one implementation about one seeded user.
 *
 * @param implementation its name
 * @param size rows of the seeded user
 * @param calls calls that were watched; more than ten, where time allows, since a prepared
 *     statement may get another plan from the sixth or the tenth on
 * @param statements every statement with every plan it had, in the order they were first seen
 * @param planChanged whether a statement had more than one plan
 * @param reason why there is nothing; null when there is
 * @param inRounds the plans on the connections that were timed; null before they were compared, and
 *     in older reports
 */
public record DatabaseEvidence(
    String implementation,
    int size,
    int calls,
    List<StatementEvidence> statements,
    boolean planChanged,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) PlansInRounds inRounds) {

  DatabaseEvidence(
      String implementation,
      int size,
      int calls,
      List<StatementEvidence> statements,
      boolean planChanged,
      String reason) {
    this(implementation, size, calls, statements, planChanged, reason, null);
  }

  /** Returns the same with what the timed connections told. */
  public DatabaseEvidence with(PlansInRounds plans) {
    return new DatabaseEvidence(
        implementation, size, calls, statements, planChanged, reason, plans);
  }
}
