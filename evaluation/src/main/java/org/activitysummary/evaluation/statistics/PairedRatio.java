package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares two implementations that took turns: round by round, so that what slows both cancels.
 *
 * <p>The rounds must alternate which implementation goes first; otherwise drift within a round
 * counts as a difference.
 */
public final class PairedRatio {

  private final IntervalMethod method;
  private final double confidence;

  /** The power of the test depends on the number of rounds alone and costs milliseconds. */
  private final Map<Integer, Double> detectableStandardErrors = new ConcurrentHashMap<>();

  /**
   * Returns a comparison.
   *
   * @param method of the interval; {@link TrimmedT} for verdicts
   * @param confidence of the two-sided interval, for example 0.95
   * @throws IllegalArgumentException if the confidence is not strictly between 0 and 1
   */
  public PairedRatio(IntervalMethod method, double confidence) {
    this.method = method;
    this.confidence = Interval.requireConfidence(confidence);
  }

  /**
   * Returns the ratio of subject to reference; without an interval when there is one round, and
   * without any number when a round has too few calls for the quantity.
   *
   * @param subject one sample a round, in order
   * @param reference of the same rounds, in the same order
   * @param quantity what of a round is compared
   * @throws IllegalArgumentException if there is no round, the rounds do not match, or a round took
   *     no time
   */
  public RatioEstimate compare(
      List<LatencySample> subject, List<LatencySample> reference, RoundQuantity quantity) {
    requireMatching(subject.size(), reference.size());
    for (List<LatencySample> rounds : List.of(subject, reference)) {
      for (LatencySample round : rounds) {
        if (round.size() < quantity.fewestSamples()) {
          return RatioEstimate.absent(subject.size(), quantity.tooFew(round));
        }
      }
    }
    double[] subjectNanos = nanos("subject", subject, quantity);
    double[] referenceNanos = nanos("reference", reference, quantity);
    double[] logRatios =
        IntStream.range(0, subjectNanos.length)
            .mapToDouble(i -> Math.log(subjectNanos[i]) - Math.log(referenceNanos[i]))
            .toArray();
    return estimate(logRatios, median(referenceNanos));
  }

  private static void requireMatching(int subject, int reference) {
    if (subject != reference) {
      throw new IllegalArgumentException(
          "a paired ratio needs the same rounds of both, found %d of the subject and %d of the reference"
              .formatted(subject, reference));
    }
    if (subject == 0) {
      throw new IllegalArgumentException("a paired ratio needs at least 1 round, found 0");
    }
  }

  private static double[] nanos(String who, List<LatencySample> rounds, RoundQuantity quantity) {
    double[] nanos = rounds.stream().mapToDouble(quantity::of).toArray();
    for (int round = 0; round < nanos.length; round++) {
      if (!(nanos[round] > 0)) {
        throw new IllegalArgumentException(
            "a ratio needs times above 0 ns, found %s of %s in round %d of the %s"
                .formatted(nanos[round], quantity, round + 1, who));
      }
    }
    return nanos;
  }

  private RatioEstimate estimate(double[] logRatios, double referenceNanos) {
    Moments moments = Moments.of(logRatios);
    int rounds = logRatios.length;
    if (rounds == 1) {
      String reason = "1 round has no spread; an interval needs at least 2";
      double ratio = Math.exp(moments.mean());
      return new RatioEstimate(ratio, null, null, 1, null, null, null, referenceNanos, reason);
    }
    RealEstimate mean = method.mean(logRatios, confidence);
    return new RatioEstimate(
        Math.exp(mean.value()),
        Math.exp(mean.low()),
        Math.exp(mean.high()),
        rounds,
        minimumDetectableEffect(mean, rounds),
        moments.pValue(),
        moments.deviation(),
        referenceNanos,
        null);
  }

  /** The standard error is the one that the interval was made from. */
  private double minimumDetectableEffect(RealEstimate mean, int rounds) {
    double tail = (1 - confidence) / 2;
    double standardError =
        (mean.high() - mean.low())
            / 2
            / TDistribution.of(rounds - 1).inverseSurvivalProbability(tail);
    double standardErrors =
        detectableStandardErrors.computeIfAbsent(
            rounds,
            n -> PairedTPower.detectableStandardErrors(n, 1 - confidence, RatioEstimate.POWER));
    return Math.expm1(standardErrors * standardError);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
