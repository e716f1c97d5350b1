package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Interval of a percentile that does not take the calls of one round, or one fork, for independent:
 * whole rounds are resampled.
 *
 * <p>The tails are widened for few rounds (Hesterberg, The American Statistician 69, 2015, 4.1).
 * Resampling cannot look beyond the slowest call seen, so each end is the wider one of the
 * bootstrap's and the order statistics'; an end that those lack is missing here too. How often that
 * covers the truth stands in {@code docs/STATISTICS.md}.
 *
 * @param seed of the resampling, see {@link StretchedBootstrap#seed}
 * @param resamples at least 1,000; 10,000 is usual
 */
public record BlockBootstrap(long seed, int resamples) {

  /**
   * Checks the number of resamples.
   *
   * @throws IllegalArgumentException if they are too few for the tails
   */
  public BlockBootstrap {
    StretchedBootstrap.requireResamples(resamples);
  }

  /**
   * Returns the percentile of all calls, with an interval over rounds, in nanoseconds.
   *
   * @param rounds at least 1; with 1 there is no interval
   * @param percentile which
   * @param confidence of the two-sided interval, for example 0.95
   * @throws IllegalArgumentException if there is no round
   */
  public Estimate percentile(List<LatencySample> rounds, Percentile percentile, double confidence) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a block bootstrap needs at least 1 round, found 0");
    }
    Estimate pooled = LatencySample.pooled(rounds).percentile(percentile, confidence);
    if (pooled.value() == null) {
      return pooled;
    }
    if (rounds.size() == 1) {
      String reason = "1 round has no spread between rounds; an interval needs at least 2";
      return new Estimate(pooled.value(), null, null, reason);
    }
    long[] resampled = resample(rounds, percentile);
    int tail = (int) Math.floor(widenedTail(rounds.size(), confidence) * (resamples - 1));
    long low = resampled[tail];
    long high = resampled[resamples - 1 - tail];
    return new Estimate(
        pooled.value(),
        pooled.low() == null ? null : Long.valueOf(Math.min(pooled.low(), low)),
        pooled.high() == null ? null : Long.valueOf(Math.max(pooled.high(), high)),
        pooled.reason());
  }

  private static double widenedTail(int rounds, double confidence) {
    double t = TDistribution.of(rounds - 1).inverseSurvivalProbability((1 - confidence) / 2);
    return NormalDistribution.of(0, 1).survivalProbability(Math.sqrt(rounds / (rounds - 1.0)) * t);
  }

  private long[] resample(List<LatencySample> rounds, Percentile percentile) {
    List<Call> slowestFirst = slowestFirst(rounds);
    Random random = new Random(seed);
    long[] percentiles = new long[resamples];
    for (int i = 0; i < resamples; i++) {
      int[] drawn = new int[rounds.size()];
      int calls = 0;
      for (int j = 0; j < rounds.size(); j++) {
        int round = random.nextInt(rounds.size());
        drawn[round]++;
        calls += rounds.get(round).size();
      }
      percentiles[i] = fromTheTop(slowestFirst, drawn, calls - percentile.rank(calls) + 1);
    }
    Arrays.sort(percentiles);
    return percentiles;
  }

  /** A call and the round it belongs to. */
  private record Call(long nanos, int round) {}

  private static List<Call> slowestFirst(List<LatencySample> rounds) {
    return IntStream.range(0, rounds.size())
        .boxed()
        .flatMap(
            round ->
                IntStream.rangeClosed(1, rounds.get(round).size())
                    .mapToObj(rank -> new Call(rounds.get(round).atRank(rank), round)))
        .sorted(Comparator.comparingLong(Call::nanos).reversed())
        .toList();
  }

  /** Walks down from the slowest call, since few steps lead to a high percentile. */
  private static long fromTheTop(List<Call> slowestFirst, int[] drawn, int place) {
    int passed = 0;
    for (Call call : slowestFirst) {
      passed += drawn[call.round()];
      if (passed >= place) {
        return call.nanos();
      }
    }
    throw new IllegalStateException(place + " is more than the calls of the resample");
  }
}
