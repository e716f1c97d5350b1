package org.activitysummary.evaluation.pairs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;

/**
 * Two implementations about one user.
 *
 * @param calls of each in each round
 * @param subjectExact whether the subject's first and last answer are the oracle's
 * @param referenceExact likewise
 * @param subjectMedianMillis of all calls of all rounds
 * @param referenceMedianMillis likewise
 * @param comparison ratio of the medians of rounds, with its 95 % interval
 * @param goal largest ratio that was aimed at; absent if none was
 * @param verdict whether the goal is reached by the whole interval; absent without a goal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairFinding(
    int calls,
    boolean subjectExact,
    boolean referenceExact,
    double subjectMedianMillis,
    double referenceMedianMillis,
    Comparison comparison,
    Double goal,
    Verdict verdict) {

  PairFinding with(Comparison corrected) {
    return new PairFinding(
        calls,
        subjectExact,
        referenceExact,
        subjectMedianMillis,
        referenceMedianMillis,
        corrected,
        goal,
        verdict);
  }
}
