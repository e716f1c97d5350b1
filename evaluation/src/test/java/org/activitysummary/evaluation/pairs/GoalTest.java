package org.activitysummary.evaluation.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;
import org.junit.jupiter.api.Test;

class GoalTest {

  private static final Goal TWICE_THE_FLOOR = Goal.of(1_000_000, "floor").orElseThrow();

  private static Verdict at(double ratio, Double low, Double high) {
    return TWICE_THE_FLOOR.judge(
        new Comparison(
            Comparison.LATENCY_P50,
            1_000_000,
            "after",
            "floor",
            ratio,
            low,
            high,
            10,
            0.1,
            0.1,
            "test"));
  }

  @Test
  void theWholeIntervalDecides() {
    assertThat(at(1.8, 1.7, 2.0)).isEqualTo(Verdict.PASS);
    assertThat(at(2.2, 2.01, 2.3)).isEqualTo(Verdict.FAIL);
    assertThat(at(1.9, 1.8, 2.1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(at(1.0, null, null)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatNobodyAimedAtHasNoGoal() {
    assertThat(Goal.of(100, "before")).isEmpty();
    assertThat(Goal.of(2_000, "floor")).isEmpty();
  }
}
