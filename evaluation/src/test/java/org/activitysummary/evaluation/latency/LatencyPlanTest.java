package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
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
    LatencyPlan plan =
        new LatencyPlan(Map.of(100, 3, 1_000, 3), Map.of(AFTER, times, large, times));

    assertThat(List.of(1, 2, 3)).allMatch(round -> plan.asksAboutFreshEvent(round, AFTER));
    assertThat(plan.asksAboutFreshEvent(2, large)).isFalse();
    assertThat(plan.asksAboutFreshEvent(3, large)).isTrue();
    assertThat(plan.asksAboutFreshEvent(3, AGAIN)).isFalse();
  }

  @Test
  void spreadsTheRoundsOfASizeWithFewerOverThoseOfTheOther() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));
    Cell often = new Cell(Arm.first("after"), 10_000);
    Map<Cell, ForkPlan> forks = new LinkedHashMap<>();
    List.of(BEFORE, AFTER, often).forEach(cell -> forks.put(cell, times));
    LatencyPlan plan = new LatencyPlan(Map.of(100, 3, 10_000, 5), forks);

    assertThat(plan.rounds()).isEqualTo(5);
    assertThat(plan.forkCount()).isEqualTo(3 + 3 + 5);
    assertThat(List.of(1, 3)).allMatch(round -> plan.order(round).equals(List.of(often)));
    assertThat(plan.order(2)).containsExactly(BEFORE, AFTER, often);
    assertThat(plan.order(4)).containsExactly(AFTER, BEFORE, often);
    assertThat(plan.order(5)).containsExactly(BEFORE, AFTER, often);
    assertThat(plan.expectedDurations()).hasSize(plan.forkCount());
    assertThat(plan.only(List.of(100)).rounds()).isEqualTo(3);
  }

  @Test
  void asksForTheWantedCallsInTheRoundsThatTheSizeHas() {
    Cell seldom = new Cell(Arm.first("after"), 100);
    Cell often = new Cell(Arm.first("after"), 10_000);
    Duration second = Duration.ofSeconds(1);
    ForkPlan times = new ForkPlan(Duration.ZERO, second, Duration.ZERO, 10);
    LatencyPlan plan =
        new LatencyPlan(Map.of(100, 2, 10_000, 4), Map.of(seldom, times, often, times));

    assertThat(plan.order(1)).containsExactly(often);
    assertThat(plan.fork(2, seldom, List.of()).measuring()).isEqualTo(second);
    ForkResult made = result(seldom, 2, 5, Duration.ofMillis(100));
    assertThat(plan.fork(4, seldom, List.of(made)).measuring())
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(1_900));
  }

  @Test
  void hasMoreRoundsWhereCallsAreShortAndTheImplementationsAreHeldAgainstEachOther() {
    Cell large = new Cell(Arm.first("after"), 10_000);
    Cell slow = new Cell(Arm.first("before"), 10_000);
    Duration five = Duration.ofMillis(5);

    assertThat(plan(Map.of()).roundsBySize()).containsEntry(100, Profile.QUICK.rounds());
    assertThat(planned(Map.of(large, five, slow, five)).roundsBySize())
        .containsEntry(10_000, Profile.QUICK.roundsOfShortCalls());
    assertThat(planned(Map.of(large, five, slow, Duration.ofMillis(50))).roundsBySize())
        .containsEntry(10_000, Profile.QUICK.rounds());
  }

  @Test
  void refusesAPlanWithoutCellsOrWithACellThatIsInNoRound() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));

    assertThatIllegalArgumentException().isThrownBy(() -> new LatencyPlan(Map.of(), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencyPlan(Map.of(1_000, 4), Map.of(AFTER, times)))
        .withMessageStartingWith("a plan needs at least one cell and a round for each, found");
  }

  private static ForkResult result(Cell cell, int round, int calls, Duration each) {
    long[] nanos = new long[calls];
    Arrays.fill(nanos, each.toNanos());
    return new ForkResult(cell, round, nanos, null, null, false);
  }

  private static LatencyPlan planned(Map<Cell, Duration> pilot) {
    return new LatencyPlanner(
            Profile.QUICK, List.of(Implementations.named("before"), Implementations.named("after")))
        .plan(pilot);
  }

  private static LatencyPlan plan(Map<Cell, Duration> pilot) {
    Map<Cell, Duration> all = new LinkedHashMap<>();
    for (Cell cell : List.of(BEFORE, AFTER)) {
      all.put(cell, pilot.getOrDefault(cell, Duration.ofMillis(1)));
    }
    return planned(all);
  }
}
