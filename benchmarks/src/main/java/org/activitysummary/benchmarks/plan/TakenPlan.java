package org.activitysummary.benchmarks.plan;

/**
 * The plan that a statement would have now.
 *
 * @param sql the statement
 * @param plan as {@code EXPLAIN (FORMAT JSON)} writes it
 */
public record TakenPlan(String sql, String plan) {}
