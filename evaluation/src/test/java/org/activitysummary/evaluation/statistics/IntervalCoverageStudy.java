package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints how often each interval method covers the truth, as Markdown: the table of {@code
 * docs/STATISTICS.md}. Takes a minute; run by hand from an IDE or with {@code java -cp}.
 */
public final class IntervalCoverageStudy {

  private static final int RUNS = 20_000;
  private static final int RESAMPLES = 1_000;
  private static final double CONFIDENCE = 0.95;

  private record Machine(String name, double drift, double spikes, RoundQuantity quantity) {}

  private interface Method {
    boolean covers(double[] errors);
  }

  private IntervalCoverageStudy() {}

  /**
   * Prints the table.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Machine[] machines = {
      new Machine("medians, no drift", 0, 0, RoundQuantity.MEDIAN),
      new Machine("medians, 5 % drift a block", 0.05, 0, RoundQuantity.MEDIAN),
      new Machine("means, 5 % drift, 5 % spikes", 0.05, 0.05, RoundQuantity.MEAN),
    };
    Map<String, Method> methods = new LinkedHashMap<>();
    methods.put("paired t", errors -> containsZero(new PairedT(), errors));
    methods.put(
        "stretched bootstrap",
        errors -> containsZero(new StretchedBootstrap(7, RESAMPLES), errors));
    methods.put("plain percentile bootstrap", IntervalCoverageStudy::plainBootstrapContainsZero);
    for (Machine machine : machines) {
      methods.forEach((name, method) -> print(machine, name, method));
    }
  }

  private static void print(Machine machine, String name, Method method) {
    StringBuilder row = new StringBuilder("| " + machine.name() + " | " + name);
    for (int rounds : new int[] {3, 5, 10}) {
      row.append(String.format(Locale.ROOT, " | %.1f %%", 100 * coverage(machine, rounds, method)));
    }
    System.out.println(row + " |");
  }

  private static double coverage(Machine machine, int rounds, Method method) {
    RoundsSimulation simulation =
        new RoundsSimulation(new Random(20_250_131), 0.1, machine.drift(), machine.spikes());
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      simulation.run(rounds, 1);
      double[] errors = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        errors[round] =
            Math.log(machine.quantity().of(simulation.subject.get(round)))
                - Math.log(machine.quantity().of(simulation.reference.get(round)));
      }
      covered += method.covers(errors) ? 1 : 0;
    }
    return covered / (double) RUNS;
  }

  private static boolean containsZero(IntervalMethod method, double[] errors) {
    RealEstimate mean = method.mean(errors, CONFIDENCE);
    return mean.low() <= 0 && mean.high() >= 0;
  }

  private static boolean plainBootstrapContainsZero(double[] errors) {
    Random random = new Random(7);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < errors.length; j++) {
        means[i] += errors[random.nextInt(errors.length)] / errors.length;
      }
    }
    Arrays.sort(means);
    int tail = (int) Math.round((1 - CONFIDENCE) / 2 * RESAMPLES);
    return means[tail] <= 0 && means[RESAMPLES - 1 - tail] >= 0;
  }
}
