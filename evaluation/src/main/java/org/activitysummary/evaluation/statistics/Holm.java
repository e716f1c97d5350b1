package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979): keeps the probability
 * of any false finding in a family of tests at alpha, however the tests depend on each other.
 */
public final class Holm {

  private Holm() {}

  /**
   * Returns the adjusted p-values, in the order given; reject where one is at most alpha.
   *
   * @param pValues each 0 to 1; may be empty
   * @throws IllegalArgumentException if one is not between 0 and 1
   */
  public static List<Double> adjust(List<Double> pValues) {
    pValues.forEach(Holm::requireProbability);
    int[] ascending =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparing(pValues::get))
            .mapToInt(Integer::intValue)
            .toArray();
    Double[] adjusted = new Double[ascending.length];
    double running = 0;
    for (int step = 0; step < ascending.length; step++) {
      int remaining = ascending.length - step;
      running = Math.max(running, Math.min(1, remaining * pValues.get(ascending[step])));
      adjusted[ascending[step]] = running;
    }
    return List.copyOf(Arrays.asList(adjusted));
  }

  private static void requireProbability(double pValue) {
    if (!(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("a p-value lies between 0 and 1, found " + pValue);
    }
  }
}
