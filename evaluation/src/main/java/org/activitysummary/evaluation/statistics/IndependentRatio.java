package org.activitysummary.evaluation.statistics;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By which factor a mean of logarithms differs between two measurements that share no rounds, with
 * the uncertainty of both: Welch's interval (Welch, The generalization of 'Student's' problem when
 * several different population variances are involved, Biometrika 34, 1947).
 *
 * @param factor the second divided by the first; above 1 is more
 * @param low lower end of the two-sided 95 % interval; null if one of the two has no spread
 * @param high upper end, likewise
 */
public record IndependentRatio(double factor, Double low, Double high) {

  private static final double CONFIDENCE = 0.95;

  /** Fewer rounds have no spread. */
  private static final int FEWEST_ROUNDS = 2;

  /**
   * A mean of logarithms.
   *
   * @param log the mean
   * @param standardError of it; NaN if unknown
   * @param rounds behind it
   */
  public record Mean(double log, double standardError, int rounds) {

    /** Returns the mean of some values' logarithms; each above 0, at least one. */
    public static Mean of(double... values) {
      Moments moments = Moments.of(DoubleStream.of(values).map(Math::log).toArray());
      return new Mean(
          moments.mean(),
          values.length < FEWEST_ROUNDS ? Double.NaN : moments.standardError(),
          values.length);
    }

    /**
     * Returns the mean that has a t interval.
     *
     * @param value above 0
     * @param low lower end; null or 0 for none
     * @param high upper end; null for none
     * @param rounds behind it
     * @param confidence of the interval
     */
    public static Mean ofInterval(
        double value, Double low, Double high, int rounds, double confidence) {
      boolean known = low != null && high != null && low > 0 && rounds >= FEWEST_ROUNDS;
      return new Mean(
          Math.log(value),
          known ? Math.log(high / low) / 2 / quantile(rounds - 1, confidence) : Double.NaN,
          rounds);
    }

    /** Returns the mean over the rounds of both. */
    public Mean and(Mean other) {
      int all = rounds + other.rounds;
      double mean = (rounds * log + other.rounds * other.log) / all;
      double between = (double) rounds * other.rounds / all * (log - other.log) * (log - other.log);
      double squares = squares() + other.squares() + between;
      return new Mean(mean, Math.sqrt(squares / (all - 1) / all), all);
    }

    /** Sum of squared distances from the mean. */
    private double squares() {
      return variance() * rounds * (rounds - 1);
    }

    private double variance() {
      return standardError * standardError;
    }
  }

  /** Returns how the second differs from the first. */
  public static IndependentRatio between(Mean first, Mean second) {
    double difference = second.log() - first.log();
    double factor = Math.exp(difference);
    double variance = first.variance() + second.variance();
    if (Double.isNaN(variance)) {
      return new IndependentRatio(factor, null, null);
    }
    double half = 0;
    if (variance > 0) {
      double freedom =
          variance
              * variance
              / (first.variance() * first.variance() / (first.rounds() - 1)
                  + second.variance() * second.variance() / (second.rounds() - 1));
      half = quantile(freedom, CONFIDENCE) * Math.sqrt(variance);
    }
    return new IndependentRatio(factor, Math.exp(difference - half), Math.exp(difference + half));
  }

  private static double quantile(double freedom, double confidence) {
    return TDistribution.of(freedom).inverseCumulativeProbability((1 + confidence) / 2);
  }
}
