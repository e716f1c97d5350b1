package org.activitysummary.evaluation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plans of one implementation at one size, fork by fork, on the connections that were timed.
 *
 * @param forks that told their plans
 * @param statements every statement with every plan it had, in the order they were first seen
 * @param changed whether a statement had one plan in one fork and another in another
 * @param reason why a fork told none; null if all did
 */
public record PlansInRounds(
    int forks,
    List<Statement> statements,
    boolean changed,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /**
   * A statement.
   *
   * @param sql as it was sent
   * @param plans one if it never changed
   */
  public record Statement(String sql, List<Plan> plans) {}

  /**
   * A plan.
   *
   * @param planHash of its shape
   * @param forks in which the statement had it, such as {@code round 2} and {@code round 2, again}
   * @param plan as {@code EXPLAIN} gave it in the first of them; null where it is the only one
   */
  public record Plan(
      String planHash,
      List<String> forks,
      @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode plan) {

    private Plan alsoIn(List<String> others) {
      List<String> all = new ArrayList<>(forks);
      others.stream().filter(other -> !forks.contains(other)).forEach(all::add);
      return new Plan(planHash, List.copyOf(all), plan);
    }
  }

  /**
   * Compares forks.
   *
   * @param byFork by name of the fork, in the order they ran
   */
  public static PlansInRounds of(Map<String, ForkPlans> byFork) {
    Map<String, Map<String, Plan>> bySql = new LinkedHashMap<>();
    byFork.forEach((fork, told) -> told.plans().forEach(plan -> add(bySql, plan, List.of(fork))));
    List<Statement> statements =
        bySql.entrySet().stream()
            .map(e -> new Statement(e.getKey(), told(List.copyOf(e.getValue().values()))))
            .toList();
    return new PlansInRounds(
        (int) byFork.values().stream().filter(f -> f.reason() == null).count(),
        statements,
        statements.stream().anyMatch(s -> s.plans().size() > 1),
        byFork.values().stream()
            .map(ForkPlans::reason)
            .filter(reason -> reason != null)
            .findFirst()
            .orElse(null));
  }

  private static void add(
      Map<String, Map<String, Plan>> bySql, ForkPlans.Plan plan, List<String> fork) {
    bySql
        .computeIfAbsent(plan.sql(), sql -> new LinkedHashMap<>())
        .merge(
            plan.planHash(),
            new Plan(plan.planHash(), fork, plan.plan()),
            (first, again) -> first.alsoIn(again.forks()));
  }

  /** A plan that never changed is told with the statements that were watched. */
  private static List<Plan> told(List<Plan> plans) {
    return plans.size() > 1
        ? plans
        : plans.stream().map(plan -> new Plan(plan.planHash(), plan.forks(), null)).toList();
  }

  /** Returns what changed, a sentence for each statement; empty if nothing did. */
  public List<String> changes() {
    return statements.stream()
        .filter(s -> s.plans().size() > 1)
        .map(PlansInRounds::change)
        .toList();
  }

  private static String change(Statement statement) {
    return statement.plans().stream()
        .map(plan -> "%s (%s)".formatted(plan.planHash(), String.join("; ", plan.forks())))
        .collect(Collectors.joining(", then "));
  }
}
