package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One plan that a statement of an implementation had.
 *
 * @param sql the statement as the server received it
 * @param planHash of the plan's shape: node types, tables, indexes, but no numbers
 * @param calls in which of the calls, counted from 1, the statement ran with this plan
 * @param executionMillis of the last of them, by the server's clock, with instrumentation
 * @param rows returned by the last of them
 * @param sharedHitBlocks 8 KB blocks found in shared buffers
 * @param sharedReadBlocks 8 KB blocks not found there
 * @param tempBlocks 8 KB blocks of temporary files written
 * @param workersPlanned parallel workers the planner asked for
 * @param workersLaunched parallel workers that came
 * @param peakMemoryKilobytes largest hash table or sort of one node, in all batches; 0 if none
 * @param plan as {@code auto_explain} gave it
 * @param explanation what {@code EXPLAIN} adds; null before it was asked
 * @param values of the parameters, {@code $1 = '42'}; empty without any
 * @param settings of the planner that differed from the server's own
 */
public record StatementEvidence(
    String sql,
    String planHash,
    List<Integer> calls,
    double executionMillis,
    long rows,
    long sharedHitBlocks,
    long sharedReadBlocks,
    long tempBlocks,
    int workersPlanned,
    int workersLaunched,
    long peakMemoryKilobytes,
    JsonNode plan,
    Explanation explanation,
    String values,
    Map<String, String> settings) {

  /** Turns what older reports lack into nothing. */
  public StatementEvidence {
    values = values == null ? "" : values;
    settings = settings == null ? Map.of() : settings;
  }

  /** Returns the same with one more call, which has these newest numbers. */
  StatementEvidence after(StatementEvidence earlier) {
    List<Integer> all = new ArrayList<>(earlier.calls);
    all.addAll(calls);
    return new StatementEvidence(
        sql,
        planHash,
        List.copyOf(all),
        executionMillis,
        rows,
        sharedHitBlocks,
        sharedReadBlocks,
        tempBlocks,
        workersPlanned,
        workersLaunched,
        peakMemoryKilobytes,
        plan,
        explanation,
        values,
        settings);
  }

  StatementEvidence with(Explanation more) {
    return new StatementEvidence(
        sql,
        planHash,
        calls,
        executionMillis,
        rows,
        sharedHitBlocks,
        sharedReadBlocks,
        tempBlocks,
        workersPlanned,
        workersLaunched,
        peakMemoryKilobytes,
        plan,
        more,
        values,
        settings);
  }
}
