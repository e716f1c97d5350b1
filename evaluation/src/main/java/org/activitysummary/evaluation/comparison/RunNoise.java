package org.activitysummary.evaluation.comparison;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.noise.Noise;

/**
 * How quiet the machine was while calls were timed, and what the run could have seen.
 *
 * @param forks forks that were timed
 * @param contaminatedForks of them, those in which others took more than a tenth of the machine
 * @param repeatedForks forks that were run twice because the first draw was contaminated
 * @param meanTakenShare share of all processors that others took, 0 to 1, mean over the forks
 * @param maxTakenShare the same, of the worst fork
 * @param noiseFloor largest relative difference of the implementation that ran under two names,
 *     over all sizes, taken from the far end of its intervals; null without such a comparison
 * @param tooNoisy whether absolute times should not be judged
 * @param sentence what that means, and what would help
 */
public record RunNoise(
    int forks,
    int contaminatedForks,
    int repeatedForks,
    double meanTakenShare,
    double maxTakenShare,
    Double noiseFloor,
    boolean tooNoisy,
    String sentence) {

  private static final double TOLERATED_CONTAMINATION = 0.2;

  /**
   * Returns the noise of a run.
   *
   * @param forks the noise of each fork
   * @param repeated forks that were run twice
   * @param comparisons among them those of an implementation with itself
   * @return null if nothing was timed
   */
  public static RunNoise of(List<Noise> forks, int repeated, List<Comparison> comparisons) {
    if (forks.isEmpty()) {
      return null;
    }
    int contaminated = (int) forks.stream().filter(Noise::contaminated).count();
    double mean = forks.stream().mapToDouble(Noise::takenShare).average().orElse(0);
    double max = forks.stream().mapToDouble(Noise::takenShare).max().orElse(0);
    boolean tooNoisy = contaminated > TOLERATED_CONTAMINATION * forks.size();
    return new RunNoise(
        forks.size(),
        contaminated,
        repeated,
        mean,
        max,
        noiseFloor(comparisons),
        tooNoisy,
        sentence(tooNoisy, contaminated, forks.size(), mean));
  }

  private static Double noiseFloor(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(Comparison::isControl)
        .filter(c -> c.quantity().equals(Comparison.LATENCY_P50) && c.low() != null)
        .map(c -> Math.expm1(Math.max(Math.abs(Math.log(c.low())), Math.abs(Math.log(c.high())))))
        .max(Double::compare)
        .orElse(null);
  }

  private static String sentence(boolean tooNoisy, int contaminated, int forks, double mean) {
    String taken = String.format(Locale.ROOT, "others took %.1f %% of the machine", 100 * mean);
    return tooNoisy
        ? "Too noisy to judge absolute times: %d of %d forks were disturbed and %s; stop other work on the machine, or use one that is not shared."
            .formatted(contaminated, forks, taken)
        : "Quiet enough: %d of %d forks were disturbed and %s."
            .formatted(contaminated, forks, taken);
  }
}
