package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkPlanTest {

  private static final Duration WARMUP = Duration.ofMillis(500);
  private static final long MILLI = 1_000_000;

  /** A hundred calls wanted of each fork; the pilot thought that one takes 10 ms. */
  private static final ForkPlan WANTED =
      new ForkPlan(WARMUP, Duration.ofSeconds(1), Duration.ofMillis(300), 100);

  @Test
  void beginsAsThePilotSuggests() {
    assertThat(WANTED.next(List.of(), 4)).isEqualTo(WANTED);
  }

  @Test
  void makesUpForCallsThatTookLongerThanInThePilot() {
    // 60 of 400 calls are made at 20 ms each; 340 more in three forks.
    Duration next = WANTED.next(List.of(calls(60, 20 * MILLI)), 3).measuring();

    assertThat(next).isEqualTo(Duration.ofNanos(Math.round(340 / 3.0 * 20 * MILLI)));
  }

  @Test
  void endsWithSomeCallsToSpare() {
    List<long[]> earlier = List.of(calls(100, 10 * MILLI), calls(95, 10 * MILLI));

    // 105 calls of 10 ms are lacking; 7 % and 200 ms come on top.
    assertThat(WANTED.next(earlier, 1).measuring())
        .isEqualTo(Duration.ofNanos(1_123_500_000 + 200 * MILLI));
  }

  @Test
  void measuresNoLessThanItsShortestHoweverFastTheCallsAre() {
    assertThat(WANTED.next(List.of(calls(300, MILLI)), 3).measuring())
        .isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void makesHalfOfItsCallsEvenIfEarlierForksMadeTooMany() {
    assertThat(WANTED.next(List.of(calls(390, 10 * MILLI)), 3).measuring())
        .isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void keepsItsTimeWhereThatAloneDecides() {
    ForkPlan cutOff = new ForkPlan(WARMUP, Duration.ofSeconds(3));

    assertThat(cutOff.next(List.of(calls(3, 1_000 * MILLI)), 1)).isEqualTo(cutOff);
  }

  private static long[] calls(int count, long nanos) {
    long[] calls = new long[count];
    Arrays.fill(calls, nanos);
    return calls;
  }
}
