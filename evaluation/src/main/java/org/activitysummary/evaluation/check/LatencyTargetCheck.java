package org.activitysummary.evaluation.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.statistics.Decision;
import org.activitysummary.evaluation.statistics.LookPlan;

/**
 * P99 must be below the limit at every size: fewer than 1 % of the calls may take longer, shown by
 * an exact binomial test at counts of calls that were fixed in advance.
 *
 * @param plan those counts
 */
record LatencyTargetCheck(LookPlan plan) implements Check {

  /** Share of the calls that they must be worth for the test to be believed alone. */
  private static final double LEAST_WORTH = 0.5;

  /** The size that a finding is about comes last; of equal ones the largest. */
  private static final Comparator<Judged> BY_TROUBLE =
      Comparator.comparingInt(Judged::severity)
          .thenComparingDouble(Judged::shareOver)
          .thenComparing(Judged::p99, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(size -> size.measurement().size());

  @Override
  public String id() {
    return "latency-target";
  }

  @Override
  public String requirement() {
    return "R1";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    List<Measurement> measurements =
        evidence.of(implementation).stream().filter(m -> m.latency() != null).toList();
    if (!measurements.stream().map(Measurement::size).toList().equals(evidence.sizes())) {
      return Finding.inconclusive("Not every size was timed.");
    }
    List<Judged> sizes = measurements.stream().map(m -> judge(m, evidence)).toList();
    return finding(sizes);
  }

  /**
   * One size.
   *
   * @param measurement of it
   * @param verdict about it
   * @param doubtful whether its calls depend too much on each other for the test that they passed
   */
  private record Judged(Measurement measurement, Verdict verdict, boolean doubtful) {

    int severity() {
      return switch (verdict) {
        case PASS -> 0;
        case INCONCLUSIVE -> 1;
        default -> 2;
      };
    }

    double shareOver() {
      return (double) measurement.latency().overLimit() / measurement.latency().samples();
    }

    Double p99() {
      return measurement.latency().p99().value();
    }
  }

  private Judged judge(Measurement measurement, Evidence evidence) {
    Verdict tested = verdict(measurement.latency());
    boolean doubtful = tested == Verdict.PASS && !believable(measurement.latency());
    Verdict verdict = doubtful ? Verdict.INCONCLUSIVE : withNoise(tested, measurement, evidence);
    return new Judged(measurement, verdict, doubtful);
  }

  @Override
  public List<Integer> tooSlowAt(String implementation, Evidence evidence) {
    return evidence.of(implementation).stream()
        .filter(m -> m.latency() != null && judge(m, evidence).verdict() == Verdict.FAIL)
        .map(Measurement::size)
        .toList();
  }

  /** Goes from look to look and stops at the first that decides. */
  private Verdict verdict(Latency latency) {
    for (Latency.Look look : latency.looks()) {
      Decision decision = plan.decide(look.samples(), look.over());
      if (decision != Decision.INCONCLUSIVE) {
        return decision == Decision.PASS ? Verdict.PASS : Verdict.FAIL;
      }
    }
    return Verdict.INCONCLUSIVE;
  }

  /**
   * The test takes the calls for independent. Where they are worth fewer than half as many, it
   * passes too easily; then the interval, which knows of whole rounds, must lie below the limit as
   * well.
   */
  private static boolean believable(Latency latency) {
    Double high = latency.p99().high();
    return !dependent(latency) || (high != null && high <= latency.limit());
  }

  private static boolean dependent(Latency latency) {
    return latency.dependence() != null
        && latency.dependence().effectiveSamples() < LEAST_WORTH * latency.samples();
  }

  /**
   * Noise only makes calls slower: what passes in it passes; what fails in it, although the typical
   * call is within the limit, may fail because of it.
   */
  private static Verdict withNoise(Verdict verdict, Measurement measurement, Evidence evidence) {
    boolean noisy = evidence.noise() != null && evidence.noise().tooNoisy();
    Latency latency = measurement.latency();
    boolean typicalWithin =
        latency.p50().value() != null && latency.p50().value() <= latency.limit();
    return verdict == Verdict.FAIL && noisy && typicalWithin ? Verdict.INCONCLUSIVE : verdict;
  }

  private static Finding finding(List<Judged> sizes) {
    Judged worst = Collections.max(sizes, BY_TROUBLE);
    Latency latency = worst.measurement().latency();
    Figure p99 = latency.p99();
    return new Finding(
        worst.verdict(),
        p99.value(),
        latency.limit(),
        latency.unit(),
        p99.low(),
        p99.high(),
        sentence(worst.verdict(), worst.measurement()),
        sizes.stream().map(LatencyTargetCheck::detail).toList(),
        smallestFailed(sizes));
  }

  /** Returns the events of the smallest user at which it failed; null if it did at none. */
  private static Integer smallestFailed(List<Judged> sizes) {
    return sizes.stream()
        .filter(size -> size.verdict() == Verdict.FAIL)
        .map(size -> size.measurement().size())
        .min(Integer::compare)
        .orElse(null);
  }

  private static String sentence(Verdict verdict, Measurement m) {
    Latency latency = m.latency();
    String share =
        "%,d of %,d calls at %,d events took longer than %.0f ms"
            .formatted(latency.overLimit(), latency.samples(), m.size(), latency.limit());
    return switch (verdict) {
      case PASS -> "P99 is below the limit at every size; the slowest: %s.".formatted(share);
      case FAIL -> "P99 is above the limit: %s.".formatted(share);
      default ->
          "It is not shown that P99 is below the limit: %s; a quieter machine or more calls would help."
              .formatted(share);
    };
  }

  private static String detail(Judged size) {
    Latency latency = size.measurement().latency();
    Figure p99 = latency.p99();
    return String.format(
        Locale.ROOT,
        "%,d events: %s, %,d of %,d calls over %.0f ms, P99 %s%s",
        size.measurement().size(),
        size.verdict(),
        latency.overLimit(),
        latency.samples(),
        latency.limit(),
        p99.value() == null ? p99.reason() : String.format(Locale.ROOT, "%.2f ms", p99.value()),
        dependence(size));
  }

  private static String dependence(Judged size) {
    Latency latency = size.measurement().latency();
    Double high = latency.p99().high();
    if (believable(latency) || (high == null && !size.doubtful())) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "; these calls depend on each other and are worth %.0f, and the interval of P99 %s",
        latency.dependence().effectiveSamples(),
        high == null ? "has no upper end" : String.format(Locale.ROOT, "reaches %.2f ms", high));
  }
}
