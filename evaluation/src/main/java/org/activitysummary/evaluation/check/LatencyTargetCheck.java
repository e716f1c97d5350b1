package org.activitysummary.evaluation.check;

import java.util.ArrayList;
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
    Verdict verdict = Verdict.PASS;
    Measurement worst = measurements.get(0);
    List<String> details = new ArrayList<>();
    for (Measurement measurement : measurements) {
      Verdict here =
          withNoise(
              withDependence(verdict(measurement.latency()), measurement.latency()),
              measurement,
              evidence);
      details.add(detail(measurement, here));
      if (severity(here) >= severity(verdict)) {
        verdict = here;
        worst = measurement;
      }
    }
    return finding(verdict, worst, details);
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
  private static Verdict withDependence(Verdict verdict, Latency latency) {
    return verdict == Verdict.PASS && dependenceMatters(latency) ? Verdict.INCONCLUSIVE : verdict;
  }

  private static boolean dependenceMatters(Latency latency) {
    Double high = latency.p99().high();
    return latency.dependence() != null
        && latency.dependence().effectiveSamples() < LEAST_WORTH * latency.samples()
        && high != null
        && high > latency.limit();
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

  private static int severity(Verdict verdict) {
    return switch (verdict) {
      case PASS -> 0;
      case INCONCLUSIVE -> 1;
      default -> 2;
    };
  }

  private static Finding finding(Verdict verdict, Measurement worst, List<String> details) {
    Latency latency = worst.latency();
    Figure p99 = latency.p99();
    return new Finding(
        verdict,
        p99.value(),
        latency.limit(),
        latency.unit(),
        p99.low(),
        p99.high(),
        sentence(verdict, worst),
        details);
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

  private static String detail(Measurement m, Verdict verdict) {
    Latency latency = m.latency();
    Figure p99 = latency.p99();
    return String.format(
        Locale.ROOT,
        "%,d events: %s, %,d of %,d calls over %.0f ms, P99 %s%s",
        m.size(),
        verdict,
        latency.overLimit(),
        latency.samples(),
        latency.limit(),
        p99.value() == null ? p99.reason() : String.format(Locale.ROOT, "%.2f ms", p99.value()),
        dependence(latency));
  }

  private static String dependence(Latency latency) {
    return dependenceMatters(latency)
        ? String.format(
            Locale.ROOT,
            "; these calls depend on each other and are worth %.0f, and the interval of P99 reaches"
                + " %.2f ms",
            latency.dependence().effectiveSamples(),
            latency.p99().high())
        : "";
  }
}
