package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Percentile bootstrap over whole rounds, stretched for few rounds: what readers expect of a
 * benchmark, as a cross-check of {@link PairedT}.
 *
 * <p>The plain percentile interval is too short twice over: resamples of n rounds spread by {@code
 * sqrt((n - 1) / n)} too little, and their quantiles are normal where t is due (Hesterberg, "What
 * Teachers Should Know About the Bootstrap", The American Statistician 69, 2015, 3.2 and 4.1).
 * Hesterberg widens the probabilities, yet no quantile of resampled means lies outside the data,
 * which caps the coverage of 5 rounds at 93.75 % and of 3 at 75 %. So both factors are applied to
 * the distances from the mean instead.
 *
 * @param seed of the resampling; the generator's algorithm is fixed by the specification of {@link
 *     Random}, so a report can be computed again anywhere
 * @param resamples at least 1,000; 10,000 is usual
 */
public record StretchedBootstrap(long seed, int resamples) implements IntervalMethod {

  private static final int FEWEST_RESAMPLES = 1_000;

  /**
   * Checks the number of resamples.
   *
   * @throws IllegalArgumentException if they are too few for the tails
   */
  public StretchedBootstrap {
    requireResamples(resamples);
  }

  static void requireResamples(int resamples) {
    if (resamples < FEWEST_RESAMPLES) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least %d resamples, found %d; 10000 is usual"
              .formatted(FEWEST_RESAMPLES, resamples));
    }
  }

  @Override
  public String description() {
    return "bootstrap of whole rounds, %d resamples, seed %d, stretched for few rounds"
        .formatted(resamples, seed);
  }

  @Override
  public RealEstimate mean(double[] logRatios, double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    double mean = Moments.of(logRatios).mean();
    double[] means = resampledMeans(logRatios);
    double stretch = stretch(logRatios.length, tail);
    double below = means[(int) Math.floor(tail * (resamples - 1))] - mean;
    double above = means[(int) Math.ceil((1 - tail) * (resamples - 1))] - mean;
    return new RealEstimate(
        mean, mean + stretch * Math.min(0, below), mean + stretch * Math.max(0, above), null);
  }

  private double[] resampledMeans(double[] logRatios) {
    Random random = new Random(seed);
    int rounds = logRatios.length;
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < rounds; j++) {
        sum += logRatios[random.nextInt(rounds)];
      }
      means[i] = sum / rounds;
    }
    Arrays.sort(means);
    return means;
  }

  private static double stretch(int rounds, double tail) {
    double t = TDistribution.of(rounds - 1).inverseSurvivalProbability(tail);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return Math.sqrt(rounds / (rounds - 1.0)) * t / z;
  }
}
