package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.TakenPlan;

/**
 * The plans that the statements of a fork had on its connection once its calls were timed.
 *
 * @param plans in the order of the statements; empty if there are none
 * @param reason why there are none; null when there are
 */
public record ForkPlans(
    List<Plan> plans, @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** Of a fork that nobody asked. */
  public static final ForkPlans NONE = new ForkPlans(List.of(), "nobody asked for them");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * One of them.
   *
   * @param sql the statement
   * @param planHash of the plan's shape: node types, tables, indexes, but no numbers
   * @param plan as {@code EXPLAIN} gave it
   */
  public record Plan(String sql, String planHash, JsonNode plan) {}

  /** Keeps a copy. */
  public ForkPlans {
    plans = List.copyOf(plans);
  }

  /** Returns what a fork handed over. */
  public static ForkPlans of(PlanFile.Plans taken) {
    List<Plan> plans = new ArrayList<>();
    for (TakenPlan one : taken.plans()) {
      try {
        JsonNode plan = MAPPER.readTree(one.plan()).path(0).path("Plan");
        plans.add(new Plan(one.sql().strip(), PlanReader.hash(plan), plan));
      } catch (JsonProcessingException e) {
        return new ForkPlans(List.of(), "EXPLAIN gave no JSON: " + e.getOriginalMessage());
      }
    }
    String none = plans.isEmpty() ? "no query was sent" : null;
    return new ForkPlans(plans, taken.failure() == null ? none : taken.failure());
  }
}
