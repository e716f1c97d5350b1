package org.activitysummary.evaluation.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How much the calls of a run depend on each other, on the logarithm of their times.
 *
 * @param calls in all rounds together, at least 1
 * @param betweenRounds standard deviation of the rounds' log medians: 0.05 is about 5 % between
 *     rounds, or forks; null with 1 round
 * @param intraclassCorrelation share of the variance that lies between rounds, 0 to 1; null with 1
 *     round or 1 call a round
 * @param lag1 correlation of a call with the one before it in its round, -1 to 1; null when no
 *     round has 2 calls
 * @param effectiveSamples independent calls that would tell as much about the level, from 1 to
 *     {@code calls}
 */
public record Dependence(
    int calls,
    Double betweenRounds,
    Double intraclassCorrelation,
    Double lag1,
    double effectiveSamples) {

  /**
   * Returns the dependence of these calls.
   *
   * <p>The effective number is the smaller of Kish's {@code n / (1 + (m - 1) icc)} for calls that
   * share a round and {@code n (1 - r) / (1 + r)} for calls that follow each other; both tell of
   * the level. For P99 it is a warning, not a correction.
   *
   * @param rounds times in nanoseconds in the order of the calls, one array a round, none empty
   * @throws IllegalArgumentException if there is no round, a round is empty, or a time negative
   */
  public static Dependence of(List<long[]> rounds) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("dependence needs at least 1 round, found 0");
    }
    double[][] logs = new double[rounds.size()][];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logs(rounds.get(i), i + 1);
    }
    int calls = Arrays.stream(logs).mapToInt(round -> round.length).sum();
    Double between =
        logs.length == 1
            ? null
            : Double.valueOf(
                Moments.of(Arrays.stream(logs).mapToDouble(Dependence::median).toArray())
                    .deviation());
    Double icc = intraclassCorrelation(logs, calls);
    Double lag1 = lag1(logs, calls);
    return new Dependence(calls, between, icc, lag1, effectiveSamples(logs, calls, icc, lag1));
  }

  private static double[] logs(long[] round, int number) {
    if (round.length == 0) {
      throw new IllegalArgumentException("a round has at least 1 call, found 0 in round " + number);
    }
    for (long nanos : round) {
      if (nanos < 0) {
        throw new IllegalArgumentException(
            "a latency is at least 0 ns, found %d ns in round %d".formatted(nanos, number));
      }
    }
    return Arrays.stream(round).mapToDouble(nanos -> Math.log(Math.max(1, nanos))).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One-way analysis of variance, for rounds of unequal size. */
  private static Double intraclassCorrelation(double[][] rounds, int calls) {
    if (rounds.length == 1 || calls == rounds.length) {
      return null;
    }
    double mean =
        Moments.of(Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray()).mean();
    double between = 0;
    double within = 0;
    double squaredSizes = 0;
    for (double[] round : rounds) {
      Moments moments = Moments.of(round);
      between += round.length * (moments.mean() - mean) * (moments.mean() - mean);
      within += (round.length - 1) * moments.deviation() * moments.deviation();
      squaredSizes += (double) round.length * round.length;
    }
    between /= rounds.length - 1;
    within /= calls - rounds.length;
    double size = (calls - squaredSizes / calls) / (rounds.length - 1);
    double total = between + (size - 1) * within;
    return total == 0 ? 0 : Math.max(0, Math.min(1, (between - within) / total));
  }

  private static Double lag1(double[][] rounds, int calls) {
    if (calls == rounds.length) {
      return null;
    }
    double mean =
        Moments.of(Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray()).mean();
    double products = 0;
    double squares = 0;
    for (double[] round : rounds) {
      for (int i = 0; i < round.length; i++) {
        squares += (round[i] - mean) * (round[i] - mean);
        products += i == 0 ? 0 : (round[i] - mean) * (round[i - 1] - mean);
      }
    }
    if (squares == 0) {
      return 0.0;
    }
    double correlation = products / (calls - rounds.length) / (squares / calls);
    return Math.max(-1, Math.min(1, correlation));
  }

  private static double effectiveSamples(double[][] rounds, int calls, Double icc, Double lag1) {
    double squaredSizes =
        Arrays.stream(rounds).mapToDouble(r -> (double) r.length * r.length).sum();
    double shared = icc == null ? calls : calls / (1 + (squaredSizes / calls - 1) * icc);
    double following = lag1 == null || lag1 <= 0 ? calls : calls * (1 - lag1) / (1 + lag1);
    return Math.max(1, Math.min(shared, following));
  }
}
