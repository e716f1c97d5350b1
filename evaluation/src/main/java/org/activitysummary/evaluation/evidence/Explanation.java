package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What {@code EXPLAIN} adds to what {@code auto_explain} can tell: the same statement with the same
 * values and settings, once more, in a read-only transaction of its own.
 *
 * @param options of {@code EXPLAIN}; {@code MEMORY} and {@code SERIALIZE} from PostgreSQL 17 on
 * @param planHash of the plan it had this time
 * @param planningMemoryBytes used by the planner; null if the server cannot tell
 * @param outputBytes of the rows as they are sent, to the kilobyte; null if the server cannot tell
 * @param tempBlocks 8 KB blocks of temporary files written
 * @param executionMillis by the server's clock, with instrumentation; null if it was not explained
 * @param reason why something is missing; null when nothing is
 */
public record Explanation(
    String options,
    String planHash,
    Long planningMemoryBytes,
    Long outputBytes,
    Long tempBlocks,
    Double executionMillis,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  static Explanation missing(String reason) {
    return new Explanation(null, null, null, null, null, null, reason);
  }
}
