package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.statistics.GrowthFit;
import org.activitysummary.evaluation.statistics.GrowthPoint;
import org.activitysummary.evaluation.statistics.MemoryGrowth;
import org.activitysummary.evaluation.statistics.RealEstimate;

/**
 * Memory above idle may not grow with the number of events: constant or logarithmic, which over
 * four powers of ten is at most 8 MB. Judged on the measured peaks; the fitted shape and the growth
 * of latency are told beside it.
 */
record ScalabilityCheck() implements Check {

  private static final double LIMIT_BYTES = 8L << 20;
  private static final double MEGABYTE = 1 << 20;
  private static final double CONFIDENCE = 0.95;
  private static final int FEWEST_SIZES = 2;

  @Override
  public String id() {
    return "scalability";
  }

  @Override
  public String requirement() {
    return "R3";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    List<Measurement> measured =
        evidence.of(implementation).stream()
            .filter(m -> m.memory() != null && m.memory().deltaRss() != null)
            .toList();
    if (measured.size() < FEWEST_SIZES || measured.size() < evidence.sizes().size()) {
      return Finding.inconclusive("Growth needs the memory at every size and at least two sizes.");
    }
    double smallest = measured.get(0).memory().deltaRss();
    double growth =
        measured.stream().mapToDouble(m -> m.memory().deltaRss() - smallest).max().orElseThrow();
    RealEstimate fitted = MemoryGrowth.of(points(measured), CONFIDENCE).growth();
    return new Finding(
        growth <= LIMIT_BYTES ? Verdict.PASS : Verdict.FAIL,
        growth,
        LIMIT_BYTES,
        "bytes",
        fitted.low(),
        fitted.high(),
        String.format(
            Locale.ROOT,
            "From %,d to %,d events the peak above idle grows by %s MB (limit %.0f MB).",
            measured.get(0).size(),
            evidence.largest(),
            LimitText.observed(growth / MEGABYTE, LIMIT_BYTES / MEGABYTE, 1),
            LIMIT_BYTES / MEGABYTE),
        details(measured));
  }

  private static List<GrowthPoint> points(List<Measurement> measured) {
    List<GrowthPoint> points = new ArrayList<>();
    for (Measurement m : measured) {
      m.memory().deltas().forEach(delta -> points.add(new GrowthPoint(m.size(), delta)));
    }
    return points;
  }

  private static List<String> details(List<Measurement> measured) {
    List<String> details = new ArrayList<>();
    measured.forEach(m -> details.add(detail(m)));
    details.add(shape(MemoryGrowth.of(points(measured), CONFIDENCE)));
    if (measured.stream().allMatch(ScalabilityCheck::hasMedian)) {
      details.add(exponent(measured));
    }
    return details;
  }

  private static boolean hasMedian(Measurement m) {
    return m.latency() != null && m.latency().p50().value() != null;
  }

  private static String detail(Measurement m) {
    return String.format(
        Locale.ROOT,
        "%,d events: %.1f MB above idle, median of %d processes",
        m.size(),
        m.memory().deltaRss() / MEGABYTE,
        m.memory().processes());
  }

  private static String shape(MemoryGrowth growth) {
    RealEstimate slope = growth.bytesPerEvent();
    String bytes =
        slope.low() == null
            ? String.format(Locale.ROOT, "%.2f bytes per event", slope.value())
            : String.format(
                Locale.ROOT,
                "%.2f bytes per event (95 %% interval %.2f to %.2f)",
                slope.value(),
                slope.low(),
                slope.high());
    return "memory growth: %s, %s"
        .formatted(
            growth.model() == null
                ? "shape unknown, " + growth.reason()
                : growth.model().name().toLowerCase(Locale.ROOT),
            bytes);
  }

  private static String exponent(List<Measurement> measured) {
    RealEstimate exponent =
        GrowthFit.exponent(
            measured.stream()
                .map(m -> new GrowthPoint(m.size(), m.latency().p50().value()))
                .toList(),
            CONFIDENCE);
    return exponent.low() == null
        ? "latency growth: " + exponent.reason()
        : String.format(
            Locale.ROOT,
            "latency growth: median ~ events ^ %.2f (95 %% interval %.2f to %.2f)",
            exponent.value(),
            exponent.low(),
            exponent.high());
  }
}
