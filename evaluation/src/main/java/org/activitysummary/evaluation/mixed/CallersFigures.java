package org.activitysummary.evaluation.mixed;

import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.caller.ClosedLoop;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.mixed.CallersFinding.Served;
import org.activitysummary.evaluation.mixed.CallersFinding.Throughput;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.PairedRatio;
import org.activitysummary.evaluation.statistics.RatioEstimate;
import org.activitysummary.evaluation.statistics.RoundQuantity;
import org.activitysummary.evaluation.statistics.TrimmedT;

/** Turns rounds of callers into figures. */
final class CallersFigures {

  private static final double CONFIDENCE = 0.95;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final PairedRatio PAIRED = new PairedRatio(new TrimmedT(), CONFIDENCE);

  /** Who is held against the well-known rewrite shall serve so many times as much. */
  private static final Map<String, Double> GOALS = Map.of("distinct-rewrite", 4.0);

  private CallersFigures() {}

  /**
   * Returns the figures.
   *
   * @param served by implementation, as many rounds of each; the first is compared
   */
  static CallersFinding of(
      int callers, int rounds, int callsPerRound, Map<String, ServedRounds> served) {
    List<String> names = List.copyOf(served.keySet());
    String subject = names.get(0);
    return new CallersFinding(
        callers,
        rounds,
        callsPerRound,
        names.stream().map(name -> served(name, callsPerRound, served.get(name))).toList(),
        names.stream()
            .skip(1)
            .map(name -> throughput(subject, name, served.get(subject), served.get(name)))
            .toList());
  }

  private static Served served(String name, int callsPerRound, ServedRounds served) {
    List<ClosedLoop.Round> rounds = served.rounds();
    return new Served(
        name,
        rounds.stream().mapToInt(ClosedLoop.Round::answered).sum(),
        rounds.stream().mapToInt(ClosedLoop.Round::errors).sum(),
        rounds.stream().mapToInt(ClosedLoop.Round::wrong).sum(),
        rounds.stream()
            .map(ClosedLoop.Round::firstError)
            .filter(error -> error != null)
            .findFirst()
            .orElse(null),
        callsPerRound * NANOS_PER_SECOND / LatencySample.pooled(served.elapsed()).median(),
        served.times(),
        served.server());
  }

  /** Both did the same calls, so the throughput's ratio is that of the times turned over. */
  private static Throughput throughput(
      String subject, String reference, ServedRounds ofSubject, ServedRounds ofReference) {
    RatioEstimate ratio =
        PAIRED.compare(ofReference.elapsed(), ofSubject.elapsed(), RoundQuantity.MEDIAN);
    Double goal = GOALS.get(reference);
    return new Throughput(
        subject,
        reference,
        ratio.ratio(),
        ratio.low(),
        ratio.high(),
        ratio.rounds(),
        goal,
        goal == null ? null : judge(ratio, goal),
        ratio.reason());
  }

  private static Verdict judge(RatioEstimate ratio, double goal) {
    if (!ratio.hasInterval()) {
      return Verdict.INCONCLUSIVE;
    }
    if (ratio.low() >= goal) {
      return Verdict.PASS;
    }
    return ratio.high() < goal ? Verdict.FAIL : Verdict.INCONCLUSIVE;
  }
}
