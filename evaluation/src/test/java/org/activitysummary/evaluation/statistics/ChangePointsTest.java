package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.activitysummary.evaluation.statistics.ChangePoints.ChangePoint;
import org.junit.jupiter.api.Tag;
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

  @Tag("simulation")
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

  @Test
  void findsASecondChangeBehindTheFirst() {
    double[] levels = new double[30];
    for (int i = 0; i < 30; i++) {
      levels[i] = i < 10 ? 5 : i < 20 ? 20 : 10;
    }

    assertThat(ChangePoints.of(series(2, 0.03, levels)))
        .extracting(ChangePoint::index)
        .containsExactly(10, 20);
  }

  /** Of 252 ways to part ten runs in halves 2 are as extreme: 0.8 %. Of 126 for nine: 1.6 %. */
  @Test
  void tenRunsCanShowAChangeAndNineCannot() {
    assertThat(ChangePoints.of(new double[] {10, 11, 10, 11, 10, 14, 15, 14, 15, 14}))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.index()).isEqualTo(5);
              assertThat(change.pValue()).isBetween(0.004, 0.01);
            });
    assertThat(ChangePoints.of(new double[] {1, 1, 1, 1, 9, 9, 9, 9, 9})).isEmpty();
  }

  /**
   * The t statistic of every split by its definition, in two passes, where the program uses one.
   */
  @Test
  void theFirstChangeIsTheSplitWithTheLargestT() {
    double[] levels = new double[24];
    for (int seed = 0; seed < 40; seed++) {
      for (int i = 0; i < levels.length; i++) {
        levels[i] = i < 4 + seed % 16 ? 10 : 13;
      }
      double[] values = series(seed, 0.12, levels);
      List<ChangePoint> found = ChangePoints.of(values);
      if (!found.isEmpty()) {
        assertThat(found)
            .as("seed %d", seed)
            .extracting(ChangePoint::index)
            .contains(split(values));
      }
    }
  }

  private static int split(double[] values) {
    double[] logs = Arrays.stream(values).map(Math::log).toArray();
    int best = 0;
    double largest = -1;
    for (int i = 3; i <= logs.length - 3; i++) {
      double[] first = Arrays.copyOfRange(logs, 0, i);
      double[] second = Arrays.copyOfRange(logs, i, logs.length);
      double difference = mean(second) - mean(first);
      double variance = (squares(first) + squares(second)) / (logs.length - 2);
      double t =
          Math.abs(difference) / Math.sqrt(variance / first.length + variance / second.length);
      if (t > largest) {
        largest = t;
        best = i;
      }
    }
    return best;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
  }
}
