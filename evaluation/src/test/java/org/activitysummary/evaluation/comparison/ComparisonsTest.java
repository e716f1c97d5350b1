package org.activitysummary.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

  private static final int SIZE = 10_000;
  private static final int ROUNDS = 4;
  private static final Offset<Double> NEAR = within(0.001);

  private final List<ForkResult> forks = new ArrayList<>();

  /** Adds forks whose calls take about so long; the rounds drift apart, for all arms alike. */
  private void add(Arm arm, long nanos, int calls) {
    for (int round = 1; round <= ROUNDS; round++) {
      long[] durations = LongStream.generate(() -> nanos).limit(calls).toArray();
      for (int i = 0; i < calls; i++) {
        durations[i] = durations[i] * (10 + round) + i;
      }
      forks.add(new ForkResult(new Cell(arm, SIZE), round, durations, null, null, false));
    }
  }

  private List<Comparison> afterToBefore() {
    return new Comparisons(forks, List.of()).of("after", "before");
  }

  @Test
  void takesMediansFromTurnsAndTailsFromForksOfOne() {
    add(Arm.first("before"), 1_000_000, 100);
    add(Arm.first("after"), 3_000_000, 100);
    add(Arm.turn("before"), 1_000_000, 8);
    add(Arm.turn("after"), 500_000, 8);

    assertThat(afterToBefore())
        .extracting(Comparison::quantity)
        .containsExactly(Comparison.LATENCY_P50, Comparison.LATENCY_P99);
    assertThat(afterToBefore().get(0).ratio()).isCloseTo(0.5, NEAR);
    assertThat(afterToBefore().get(1).ratio()).isCloseTo(3, NEAR);
  }

  @Test
  void takesMediansFromForksOfOneInReportsWithoutTurns() {
    add(Arm.first("before"), 1_000_000, 8);
    add(Arm.first("after"), 3_000_000, 8);
    add(Arm.again("after"), 6_000_000, 8);

    assertThat(afterToBefore().get(0).ratio()).isCloseTo(3, NEAR);
    assertThat(afterToBefore().get(1).reason()).isNotNull();
    assertThat(new Comparisons(forks, List.of()).withItself("after").get(0).ratio())
        .isCloseTo(2, NEAR);
  }

  @Test
  void holdsAnImplementationAgainstItselfInTurns() {
    add(Arm.first("after"), 3_000_000, 100);
    add(Arm.turn("after"), 1_000_000, 8);
    add(Arm.turnAgain("after"), 1_100_000, 8);

    List<Comparison> control = new Comparisons(forks, List.of()).withItself("after");

    assertThat(control).singleElement().matches(Comparison::isControl);
    assertThat(control.get(0).ratio()).isCloseTo(1.1, NEAR);
    assertThat(control.get(0).rounds()).isEqualTo(ROUNDS);
  }
}
