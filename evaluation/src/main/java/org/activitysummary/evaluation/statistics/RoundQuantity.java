package org.activitysummary.evaluation.statistics;

import java.util.function.ToDoubleFunction;

/** What of a round is compared. */
public enum RoundQuantity {
  /** The median of the round's calls. */
  MEDIAN(1, LatencySample::median),
  /** The arithmetic mean of the round's calls. */
  MEAN(1, LatencySample::mean),
  /** The nearest-rank P99 of the round's calls; below 100 calls that would be the maximum. */
  P99(Percentile.P99.fewestSamples(), sample -> sample.atRank(Percentile.P99.rank(sample.size())));

  private final int fewestSamples;
  private final ToDoubleFunction<LatencySample> nanos;

  RoundQuantity(int fewestSamples, ToDoubleFunction<LatencySample> nanos) {
    this.fewestSamples = fewestSamples;
    this.nanos = nanos;
  }

  /** Returns the fewest calls of a round of which this quantity can be known, at least 1. */
  public int fewestSamples() {
    return fewestSamples;
  }

  /**
   * Returns the quantity in nanoseconds.
   *
   * @param round at least {@link #fewestSamples()} calls
   * @throws IllegalArgumentException if there are fewer
   */
  public double of(LatencySample round) {
    if (round.size() < fewestSamples) {
      throw new IllegalArgumentException(tooFew(round));
    }
    return nanos.applyAsDouble(round);
  }

  String tooFew(LatencySample round) {
    return "%s of a round needs at least %d samples, found %d"
        .formatted(this, fewestSamples, round.size());
  }
}
