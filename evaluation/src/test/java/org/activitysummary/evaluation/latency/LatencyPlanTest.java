package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.profile.Profile;
import org.junit.jupiter.api.Test;

class LatencyPlanTest {

  private static final Cell BEFORE = new Cell(Arm.first("before"), 100);
  private static final Cell AFTER = new Cell(Arm.first("after"), 100);
  private static final Arm TURN_BEFORE = Arm.turn("before");
  private static final Arm TURN_AFTER = Arm.turn("after");
  private static final Arm TURN_AGAIN = Arm.turnAgain("after");

  @Test
  void letsEveryArmComeFirstInTurnAndSpreadsTheTurnsOverTheRounds() {
    LatencyPlan plan = plan(Map.of());

    assertThat(plan.order(1))
        .containsExactly(
            new Turns(100, 1, List.of(TURN_BEFORE, TURN_AFTER, TURN_AGAIN)), BEFORE, AFTER);
    assertThat(plan.order(2))
        .containsExactly(
            new Turns(100, 2, List.of(TURN_AFTER, TURN_AGAIN, TURN_BEFORE)),
            AFTER,
            BEFORE,
            new Turns(100, 3, List.of(TURN_AGAIN, TURN_BEFORE, TURN_AFTER)));
    assertThat(inAllRounds(plan)).hasSize(plan.forkCount()).doesNotHaveDuplicates();
    assertThat(plan.expectedDurations()).hasSize(plan.forkCount());
  }

  /** Cells come in every round, so they are told apart by it. */
  private static List<Object> inAllRounds(LatencyPlan plan) {
    return IntStream.rangeClosed(1, plan.rounds())
        .boxed()
        .flatMap(
            round ->
                plan.order(round).stream()
                    .map(step -> step instanceof Turns ? (Object) step : step + " " + round))
        .toList();
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
  void hasAForkWithTurnsInEachRoundOnlyWhereThereAndBackTakesLong() {
    Duration slow = Duration.ofMillis(400);
    TurnPlan shortCalls = plan(Map.of()).turns().get(0);
    TurnPlan longCalls = plan(Map.of(BEFORE, slow)).turns().get(0);
    TurnPlan tooLong = plan(Map.of(BEFORE, slow, AFTER, slow)).turns().get(0);

    assertThat(shortCalls.forks()).isEqualTo(Profile.QUICK.turnForks());
    assertThat(shortCalls.measuring()).isGreaterThan(Profile.QUICK.minimumMeasuring());
    assertThat(longCalls.forks()).isEqualTo(Profile.QUICK.turnForks());
    assertThat(tooLong.forks()).isEqualTo(Profile.QUICK.rounds());
    assertThat(tooLong.measuring()).isEqualTo(slow.multipliedBy(6));
    assertThat(tooLong.warmup()).isEqualTo(slow.multipliedBy(3));
  }

  @Test
  void hasFewerTurnsThanRoundsSpreadOverThem() {
    TurnPlan plan = new TurnPlan(100, List.of(TURN_BEFORE), 2, Duration.ZERO, Duration.ZERO);

    assertThat(IntStream.rangeClosed(1, 4).map(round -> plan.of(round, 4).size()))
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void leavesOutOfTheTurnsWhoHasLeft() {
    Turns all = new Turns(100, 3, List.of(TURN_BEFORE, TURN_AFTER, TURN_AGAIN));

    assertThat(all.without("after"::equals)).isEqualTo(new Turns(100, 3, List.of(TURN_BEFORE)));
    assertThat(all.implementations()).containsExactly("before", "after");
    assertThat(all).hasToString("before, after, after (again) in turns at 100 events");
  }

  @Test
  void isKeptAsItIs() {
    LatencyPlan plan = plan(Map.of(BEFORE, Duration.ofMillis(3)));

    assertThat(SavedPlan.of(plan).plan()).isEqualTo(plan);
  }

  @Test
  void asksAboutFreshEventsInEveryRoundButAboutTheLargestUserOnlyInTheLast() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));
    Cell large = new Cell(Arm.first("after"), 1_000);
    LatencyPlan plan = new LatencyPlan(3, Map.of(AFTER, times, large, times), List.of());

    assertThat(List.of(1, 2, 3)).allMatch(round -> plan.asksAboutFreshEvent(round, AFTER));
    assertThat(plan.asksAboutFreshEvent(2, large)).isFalse();
    assertThat(plan.asksAboutFreshEvent(3, large)).isTrue();
  }

  @Test
  void isAboutSomeSizesOnly() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));
    Cell large = new Cell(Arm.first("after"), 1_000);
    TurnPlan few = new TurnPlan(100, List.of(TURN_AFTER), 2, Duration.ZERO, Duration.ZERO);
    TurnPlan many = new TurnPlan(1_000, List.of(TURN_AFTER), 2, Duration.ZERO, Duration.ZERO);
    LatencyPlan plan = new LatencyPlan(3, Map.of(AFTER, times, large, times), List.of(few, many));

    assertThat(plan.only(List.of(100)))
        .isEqualTo(new LatencyPlan(3, Map.of(AFTER, times), List.of(few)));
  }

  @Test
  void asksForTheWantedCallsInTheRoundsThatAreLeft() {
    Duration second = Duration.ofSeconds(1);
    ForkPlan times = new ForkPlan(Duration.ZERO, second, Duration.ZERO, 10);
    LatencyPlan plan = new LatencyPlan(2, Map.of(AFTER, times), List.of());

    assertThat(plan.fork(1, AFTER, List.of()).measuring()).isEqualTo(second);
    ForkResult made = result(AFTER, 1, 5, Duration.ofMillis(100));
    assertThat(plan.fork(2, AFTER, List.of(made)).measuring())
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(1_900));
  }

  @Test
  void refusesAPlanWithoutCellsOrRounds() {
    ForkPlan times = new ForkPlan(Duration.ZERO, Duration.ofSeconds(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencyPlan(1, Map.of(), List.of()))
        .withMessage("a plan needs at least one round and one cell, found 1 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencyPlan(0, Map.of(AFTER, times), List.of()))
        .withMessage("a plan needs at least one round and one cell, found 0 and 1");
  }

  private static ForkResult result(Cell cell, int round, int calls, Duration each) {
    long[] nanos = new long[calls];
    Arrays.fill(nanos, each.toNanos());
    return new ForkResult(cell, round, nanos, null, null, false);
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
