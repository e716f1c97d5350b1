package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.profile.Profile;
import org.junit.jupiter.api.Test;

class LatencyPlanTest {

  private static final Cell BEFORE = new Cell(Arm.first("before"), 100);
  private static final Cell AFTER = new Cell(Arm.first("after"), 100);
  private static final Cell AGAIN = new Cell(Arm.again("after"), 100);

  @Test
  void letsEveryArmComeFirstInTurn() {
    LatencyPlan plan = plan(Map.of());

    assertThat(plan.order(1)).containsExactly(BEFORE, AFTER, AGAIN);
    assertThat(plan.order(2)).containsExactly(AFTER, AGAIN, BEFORE);
    assertThat(plan.order(3)).containsExactly(AGAIN, BEFORE, AFTER);
    assertThat(plan.order(4)).isEqualTo(plan.order(1));
  }

  @Test
  void cutsOffWhatIsExpectedToBeSlowButNotWhatMustBeProvenFast() {
    Duration slow = Duration.ofSeconds(1);
    LatencyPlan plan = plan(Map.of(BEFORE, slow, AFTER, slow));

    assertThat(plan.forks().get(BEFORE).measuring()).isEqualTo(Profile.QUICK.maximumMeasuring());
    assertThat(plan.forks().get(AFTER).measuring())
        .isGreaterThanOrEqualTo(
            slow.multipliedBy(Profile.QUICK.samples() / Profile.QUICK.rounds()));
  }

  @Test
  void runsTheImplementationThatMustBeFastASecondTime() {
    assertThat(plan(Map.of()).forks()).containsOnlyKeys(BEFORE, AFTER, AGAIN);
  }

  @Test
  void asksAboutFreshEventsInEveryRoundButAboutTheLargestUserOnlyInTheLast() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));
    Cell large = new Cell(Arm.first("after"), 1_000);
    LatencyPlan plan = new LatencyPlan(3, Map.of(AFTER, times, large, times));

    assertThat(List.of(1, 2, 3)).allMatch(round -> plan.asksAboutFreshEvent(round, AFTER));
    assertThat(plan.asksAboutFreshEvent(2, large)).isFalse();
    assertThat(plan.asksAboutFreshEvent(3, large)).isTrue();
    assertThat(plan.asksAboutFreshEvent(3, AGAIN)).isFalse();
  }

  private static LatencyPlan plan(Map<Cell, Duration> pilot) {
    Map<Cell, Duration> all = new LinkedHashMap<>();
    for (Cell cell : List.of(BEFORE, AFTER)) {
      all.put(cell, pilot.getOrDefault(cell, Duration.ofMillis(1)));
    }
    return new LatencyPlanner(
            Profile.QUICK, List.of(Implementations.named("before"), Implementations.named("after")))
        .plan(all);
  }
}
