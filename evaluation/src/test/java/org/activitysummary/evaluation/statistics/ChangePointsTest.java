package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.activitysummary.evaluation.statistics.ChangePoints.ChangePoint;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

  private static double[] series(long seed, double spread, double... levels) {
    Random random = new Random(seed);
    double[] values = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      values[i] = levels[i] * Math.exp(spread * random.nextGaussian());
    }
    return values;
  }

  @Test
  void findsWhereTheLevelChangedAndByHowMuch() {
    double[] values = series(1, 0.03, 10, 10, 10, 10, 10, 10, 13, 13, 13, 13, 13, 13);

    assertThat(ChangePoints.of(values))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.index()).isEqualTo(6);
              assertThat(change.factor()).isBetween(1.25, 1.35);
              assertThat(change.pValue()).isLessThanOrEqualTo(0.01);
            });
  }

  @Test
  void findsASecondChangeInThePartThatTheFirstLeft() {
    double[] levels = new double[30];
    for (int i = 0; i < 30; i++) {
      levels[i] = i < 10 ? 10 : i < 20 ? 20 : 5;
    }

    assertThat(ChangePoints.of(series(2, 0.03, levels)))
        .extracting(ChangePoint::index)
        .containsExactly(10, 20);
  }

  @Test
  void aQuietSeriesSeldomHasOne() {
    int alarms = 0;
    for (int seed = 0; seed < 200; seed++) {
      alarms += ChangePoints.of(series(seed, 0.1, flat())).size();
    }
    assertThat(alarms).isLessThanOrEqualTo(6);
  }

  private static double[] flat() {
    double[] levels = new double[20];
    Arrays.fill(levels, 7);
    return levels;
  }

  @Test
  void fewRunsShowNothing() {
    assertThat(ChangePoints.of(new double[] {1, 1, 1, 1, 9, 9, 9})).isEmpty();
  }

  @Test
  void countsThatNeverVaryHaveNoneAndOneWhereTheyChange() {
    assertThat(ChangePoints.of(new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2})).isEmpty();
    assertThat(ChangePoints.of(new double[] {2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3}))
        .extracting(ChangePoint::index)
        .containsExactly(6);
  }
}
