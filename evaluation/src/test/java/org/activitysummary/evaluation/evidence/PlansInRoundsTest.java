package org.activitysummary.evaluation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.TakenPlan;
import org.junit.jupiter.api.Test;

class PlansInRoundsTest {

  private static final String INDEX =
      "[{\"Plan\": {\"Node Type\": \"Index Scan\", \"Plan Rows\": %d}}]";
  private static final String SEQUENTIAL = "[{\"Plan\": {\"Node Type\": \"Seq Scan\"}}]";

  private final Map<String, ForkPlans> byFork = new LinkedHashMap<>();

  private void fork(String name, String plan) {
    byFork.put(
        name, ForkPlans.of(new PlanFile.Plans(List.of(new TakenPlan("SELECT 1", plan)), null)));
  }

  @Test
  void oneShapeIsOnePlanWhateverItsEstimates() {
    fork("round 1", INDEX.formatted(100));
    fork("round 2", INDEX.formatted(110));

    PlansInRounds plans = PlansInRounds.of(byFork);

    assertThat(plans.changed()).isFalse();
    assertThat(plans.changes()).isEmpty();
    assertThat(plans.forks()).isEqualTo(2);
    assertThat(plans.statements()).singleElement().satisfies(PlansInRoundsTest::isStable);
  }

  private static void isStable(PlansInRounds.Statement statement) {
    assertThat(statement.plans()).singleElement();
    assertThat(statement.plans().get(0).forks()).containsExactly("round 1", "round 2");
    assertThat(statement.plans().get(0).plan()).isNull();
  }

  @Test
  void aChangeIsToldWithBothPlansAndWhereEachWasSeen() {
    fork("round 1", INDEX.formatted(100));
    fork("round 2", SEQUENTIAL);
    fork("round 2, again", INDEX.formatted(100));

    PlansInRounds plans = PlansInRounds.of(byFork);
    List<PlansInRounds.Plan> both = plans.statements().get(0).plans();

    assertThat(plans.changed()).isTrue();
    assertThat(both.get(0).forks()).containsExactly("round 1", "round 2, again");
    assertThat(both.get(1).plan())
        .isEqualTo(JsonNodeFactory.instance.objectNode().put("Node Type", "Seq Scan"));
    assertThat(plans.changes())
        .containsExactly(
            "%s (round 1; round 2, again), then %s (round 2)"
                .formatted(both.get(0).planHash(), both.get(1).planHash()));
  }

  @Test
  void aForkWithoutPlansSaysWhy() {
    fork("round 1", SEQUENTIAL);
    byFork.put("round 2", ForkPlans.of(PlanFile.Plans.failed("EXPLAIN could not be used: no")));

    PlansInRounds plans = PlansInRounds.of(byFork);

    assertThat(plans.forks()).isEqualTo(1);
    assertThat(plans.changed()).isFalse();
    assertThat(plans.reason()).isEqualTo("EXPLAIN could not be used: no");
  }

  @Test
  void aPlanThatIsNoJsonIsNoPlan() {
    fork("round 1", "Seq Scan on events");

    assertThat(byFork.get("round 1").plans()).isEmpty();
    assertThat(byFork.get("round 1").reason()).startsWith("EXPLAIN gave no JSON");
  }
}
