package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t interval over many short rounds, without the fifth of them at either end: a machine
 * that is disturbed for a moment spoils a few rounds, and those do not count.
 *
 * <p>The spread is that of the winsorized values, so the interval knows how many were cut (Tukey
 * and McLaughlin, "Less vulnerable confidence and significance procedures for location based on a
 * single sample", Sankhya A 25, 1963; Yuen, Biometrika 61, 1974). Cutting of few rounds would leave
 * too few to know their spread: below {@value #FEWEST_ROUNDS} nothing is cut and this is {@link
 * PairedT}.
 */
public record TrimmedT() implements IntervalMethod {

  /** A fifth is the usual choice: hardly wider than t for normal values, far narrower in noise. */
  private static final double SHARE_CUT = 0.2;

  private static final int FEWEST_ROUNDS = 20;

  @Override
  public String description() {
    return "paired t interval on the log ratios of rounds; from %d rounds on, a fifth cut at either end"
        .formatted(FEWEST_ROUNDS);
  }

  @Override
  public RealEstimate mean(double[] logRatios, double confidence) {
    if (logRatios.length < FEWEST_ROUNDS) {
      return new PairedT().mean(logRatios, confidence);
    }
    double[] sorted = logRatios.clone();
    Arrays.sort(sorted);
    int cut = (int) (SHARE_CUT * sorted.length);
    double[] kept = Arrays.copyOfRange(sorted, cut, sorted.length - cut);
    Arrays.fill(sorted, 0, cut, kept[0]);
    Arrays.fill(sorted, sorted.length - cut, sorted.length, kept[kept.length - 1]);
    double standardError =
        Moments.of(sorted).standardError() * sorted.length / (sorted.length - 2.0 * cut);
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    double t = TDistribution.of(kept.length - 1).inverseSurvivalProbability(tail);
    return RealEstimate.around(Moments.of(kept).mean(), t * standardError);
  }
}
