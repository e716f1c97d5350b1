package org.activitysummary.evaluation.pairs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.report.Report;

/**
 * All pairs of one run. Times in milliseconds, ratios as subject divided by reference.
 *
 * @param method how the pairs were timed, in one sentence
 * @param pgbench which program that was and how its turns differ, or why there is none; absent if
 *     it was not asked for
 * @param environment where
 * @param dataset the users asked about
 * @param pairs by size, then in the order of the references
 */
public record PairFindings(
    String method,
    @JsonInclude(JsonInclude.Include.NON_NULL) String pgbench,
    Environment environment,
    Report.DatasetBlock dataset,
    List<PairFinding> pairs) {

  /** Keeps a copy. */
  public PairFindings {
    pairs = List.copyOf(pairs);
  }

  /** Returns whether every answer of the subject that was compared was right. */
  public boolean subjectExact() {
    return pairs.stream().allMatch(PairFinding::subjectExact);
  }
}
