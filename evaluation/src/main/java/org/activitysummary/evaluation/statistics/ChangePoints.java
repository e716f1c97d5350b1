package org.activitysummary.evaluation.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Where a series changed its level: binary segmentation (Vostrikova, Detecting disorder in
 * multidimensional random processes, 1981) with the largest two-sample t statistic over all splits
 * of the logarithms, and a permutation test of that maximum, which pays for the search. Deciding by
 * t tests on two sides of a split is what Hunter does (Fleming and others, Hunter: Using Change
 * Point Detection to Hunt for Performance Regressions, 2023).
 */
public final class ChangePoints {

  /**
   * Shorter series have too few arrangements to show anything: of 252 ways to part ten values in
   * halves two are as extreme as the best, 0.8 %, of 126 for nine 1.6 %.
   */
  public static final int FEWEST_VALUES = 10;

  /** A level needs this many values to be one. */
  private static final int SHORTEST_SEGMENT = 3;

  private static final int PERMUTATIONS = 999;

  /** A series is looked at again with each new run, so a false alarm must be rare. */
  private static final double ALPHA = 0.01;

  /** Seeded, so that the same series has the same change points. */
  private static final long SEED = 42;

  private ChangePoints() {}

  /**
   * A change of level.
   *
   * @param index of the first value of the new level
   * @param factor new level divided by the old one, geometric means
   * @param pValue of the permutation test
   */
  public record ChangePoint(int index, double factor, double pValue) {}

  /**
   * Returns the changes in the order of the series; empty below {@link #FEWEST_VALUES} values.
   *
   * @param values above 0 each
   */
  public static List<ChangePoint> of(double[] values) {
    List<ChangePoint> found = new ArrayList<>();
    if (values.length >= FEWEST_VALUES) {
      double[] logs = new double[values.length];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = Math.log(values[i]);
      }
      segment(logs, 0, logs.length, new Random(SEED), found);
    }
    found.sort(Comparator.comparing(ChangePoint::index));
    return found;
  }

  private static void segment(
      double[] logs, int from, int to, Random random, List<ChangePoint> found) {
    if (to - from < 2 * SHORTEST_SEGMENT) {
      return;
    }
    List<Double> values = new ArrayList<>();
    for (int i = from; i < to; i++) {
      values.add(logs[i]);
    }
    Split best = Split.best(values);
    double pValue = pValue(values, best, random);
    if (pValue > ALPHA) {
      return;
    }
    int index = from + best.index();
    found.add(new ChangePoint(index, Math.exp(best.difference()), pValue));
    segment(logs, from, index, random, found);
    segment(logs, index, to, random, found);
  }

  private static double pValue(List<Double> values, Split best, Random random) {
    List<Double> shuffled = new ArrayList<>(values);
    int atLeast = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      Collections.shuffle(shuffled, random);
      if (Split.best(shuffled).statistic() >= best.statistic()) {
        atLeast++;
      }
    }
    return (double) atLeast / (PERMUTATIONS + 1);
  }

  /**
   * A series in two parts.
   *
   * @param index of the first value of the second part
   * @param difference of the means, second minus first
   * @param statistic absolute t
   */
  private record Split(int index, double difference, double statistic) {

    /** Equal values have no spread; any difference between them is then beyond doubt. */
    private static final double LEAST_VARIANCE = 1e-12;

    static Split best(List<Double> values) {
      int n = values.size();
      double total = 0;
      double squares = 0;
      for (double value : values) {
        total += value;
        squares += value * value;
      }
      Split best = null;
      double sum = 0;
      for (int i = 1; i <= n - SHORTEST_SEGMENT; i++) {
        sum += values.get(i - 1);
        if (i >= SHORTEST_SEGMENT) {
          Split split = at(i, n, sum, total, squares);
          best = best == null || split.statistic > best.statistic ? split : best;
        }
      }
      return best;
    }

    private static Split at(int i, int n, double sum, double total, double squares) {
      double first = sum / i;
      double second = (total - sum) / (n - i);
      double within = squares - i * first * first - (n - i) * second * second;
      double variance = Math.max(LEAST_VARIANCE, within / (n - 2));
      double error = Math.sqrt(variance * (1.0 / i + 1.0 / (n - i)));
      return new Split(i, second - first, Math.abs(second - first) / error);
    }
  }
}
