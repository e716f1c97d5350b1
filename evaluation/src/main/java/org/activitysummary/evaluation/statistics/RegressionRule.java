package org.activitysummary.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a ratio counts as a change: the whole interval must lie beyond the relative threshold
 * <b>and</b> beyond the absolute floor.
 *
 * <p>The floor is turned into a ratio at the reference's level, so both are one pair of limits: 5 %
 * and 1 ms at 4 ms of reference are 25 %. A change that is certain but below the floor is therefore
 * {@link Change#UNCHANGED}, not inconclusive. "Unchanged" must be shown as well: by an interval
 * that excludes every change beyond the limits.
 *
 * @param threshold relative change that matters, above 0; 0.05 is 5 % slower, or faster by the same
 *     factor
 * @param floorNanos absolute change that matters, in nanoseconds, at least 0
 * @param alpha error of a family of comparisons, strictly between 0 and 1
 */
public record RegressionRule(double threshold, long floorNanos, double alpha) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RegressionRule {
    if (!(threshold > 0 && Double.isFinite(threshold))) {
      throw new IllegalArgumentException(
          "a threshold is a relative change above 0, for example 0.05, found " + threshold);
    }
    if (floorNanos < 0) {
      throw new IllegalArgumentException("a floor is at least 0 ns, found " + floorNanos);
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "alpha lies strictly between 0 and 1, for example 0.05, found " + alpha);
    }
  }

  /**
   * Returns the verdict on one comparison.
   *
   * @param estimate of the ratio; without an interval it is inconclusive
   */
  public RegressionVerdict judge(RatioEstimate estimate) {
    return judge(estimate, 0);
  }

  /**
   * Returns the verdict on one comparison of a run whose noise is known: a change must also clear
   * the noise floor, and nothing is unchanged when the floor reaches beyond the limits.
   *
   * @param estimate of the ratio
   * @param noise of the same run
   */
  public RegressionVerdict judge(RatioEstimate estimate, NoiseFloor noise) {
    if (noise.floor() == null) {
      return inconclusive(estimate, "the noise floor is unknown: " + noise.control().reason());
    }
    return judge(estimate, noise.floor());
  }

  private RegressionVerdict judge(RatioEstimate estimate, double noise) {
    if (!estimate.hasInterval()) {
      return inconclusive(estimate, estimate.reason());
    }
    double slowerAbove = slowerAbove(estimate);
    double fasterBelow = fasterBelow(estimate);
    Change change = Change.INCONCLUSIVE;
    if (estimate.low() > Math.max(slowerAbove, 1 + noise)) {
      change = Change.SLOWER;
    } else if (estimate.high() < Math.min(fasterBelow, 1 / (1 + noise))) {
      change = Change.FASTER;
    } else if (isWithinLimits(estimate) && 1 + noise < slowerAbove) {
      change = Change.UNCHANGED;
    }
    String text = sentence(change, estimate, fasterBelow, slowerAbove, noise);
    return new RegressionVerdict(change, fasterBelow, slowerAbove, text);
  }

  /**
   * Returns the verdicts on a family of comparisons, such as all sizes of one run: a change counts
   * only if Holm's correction over the family also rejects "the ratio is 1" at {@link #alpha}.
   *
   * @param family the estimates; those without an interval are inconclusive
   * @return verdicts in the same order
   */
  public List<RegressionVerdict> judgeFamily(List<RatioEstimate> family) {
    List<Double> pValues =
        family.stream().filter(RatioEstimate::hasInterval).map(RatioEstimate::pValue).toList();
    List<Double> adjusted = Holm.adjust(pValues);
    List<RegressionVerdict> verdicts = new ArrayList<>();
    int next = 0;
    for (RatioEstimate estimate : family) {
      RegressionVerdict alone = judge(estimate);
      boolean changed = alone.change() == Change.SLOWER || alone.change() == Change.FASTER;
      if (estimate.hasInterval() && adjusted.get(next++) > alpha && changed) {
        alone = inconclusive(estimate, "not significant among %d".formatted(pValues.size()));
      }
      verdicts.add(alone);
    }
    return List.copyOf(verdicts);
  }

  private double slowerAbove(RatioEstimate estimate) {
    return 1 + Math.max(threshold, floorRatio(estimate));
  }

  private double fasterBelow(RatioEstimate estimate) {
    return Math.max(0, Math.min(1 / (1 + threshold), 1 - floorRatio(estimate)));
  }

  private double floorRatio(RatioEstimate estimate) {
    return floorNanos == 0 ? 0 : floorNanos / estimate.referenceNanos();
  }

  private boolean isWithinLimits(RatioEstimate estimate) {
    return estimate.low() > fasterBelow(estimate) && estimate.high() < slowerAbove(estimate);
  }

  private RegressionVerdict inconclusive(RatioEstimate estimate, String reason) {
    boolean levelKnown = estimate.referenceNanos() != null;
    return new RegressionVerdict(
        Change.INCONCLUSIVE,
        levelKnown ? fasterBelow(estimate) : 1 / (1 + threshold),
        levelKnown ? slowerAbove(estimate) : 1 + threshold,
        "INCONCLUSIVE: " + reason);
  }

  private static String sentence(
      Change change, RatioEstimate estimate, double faster, double slower, double noise) {
    return String.format(
        Locale.ROOT,
        "%s: ratio %.3f (%.3f to %.3f), limits %.3f and %.3f, noise floor %.1f %%,"
            + " detectable effect %.1f %%",
        change,
        estimate.ratio(),
        estimate.low(),
        estimate.high(),
        faster,
        slower,
        100 * noise,
        100 * estimate.minimumDetectableEffect());
  }
}
