package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.comparison.Comparison;

/** The median must be below that of {@code before} at every size from 10,000 events. */
record PerformanceBenchmarkCheck() implements Check {

  private static final int SMALLEST_SIZE = 10_000;

  @Override
  public String id() {
    return "performance-benchmark";
  }

  @Override
  public String requirement() {
    return "R8";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    if (implementation.equals(Evidence.REFERENCE)) {
      return new Finding(
          Verdict.FAIL, 1.0, 1.0, "x", null, null, "It is not faster than itself.", List.of());
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int size : evidence.sizes().stream().filter(size -> size >= SMALLEST_SIZE).toList()) {
      Optional<Comparison> comparison =
          evidence.againstReference(Comparison.LATENCY_P50, size, implementation);
      if (comparison.isEmpty() || comparison.get().high() == null) {
        return Finding.inconclusive(
            "There is no comparison with '%s' at %,d events.".formatted(Evidence.REFERENCE, size));
      }
      comparisons.add(comparison.get());
    }
    return comparisons.isEmpty()
        ? Finding.inconclusive("No size from %,d events was timed.".formatted(SMALLEST_SIZE))
        : judge(comparisons);
  }

  private static Finding judge(List<Comparison> comparisons) {
    Comparison least = comparisons.get(0);
    for (Comparison comparison : comparisons) {
      if (comparison.high() > least.high()) {
        least = comparison;
      }
    }
    Verdict verdict =
        least.high() < 1
            ? Verdict.PASS
            : comparisons.stream().anyMatch(c -> c.low() >= 1)
                ? Verdict.FAIL
                : Verdict.INCONCLUSIVE;
    return new Finding(
        verdict,
        1 / least.ratio(),
        1.0,
        "x",
        1 / least.high(),
        1 / least.low(),
        sentence(verdict, least),
        comparisons.stream().map(PerformanceBenchmarkCheck::detail).toList());
  }

  private static String sentence(Verdict verdict, Comparison least) {
    String speedup =
        String.format(
            Locale.ROOT,
            "%.2f times as fast as '%s' at %,d events (95 %% interval %.2f to %.2f)",
            1 / least.ratio(),
            least.reference(),
            least.size(),
            1 / least.high(),
            1 / least.low());
    return verdict == Verdict.PASS
        ? "Faster at every size from 10,000 events; least so " + speedup + "."
        : "Not shown to be faster at every size: " + speedup + ".";
  }

  private static String detail(Comparison c) {
    return String.format(
        Locale.ROOT,
        "%,d events: %.2f times as fast, %.2f to %.2f, %d rounds",
        c.size(),
        1 / c.ratio(),
        1 / c.high(),
        1 / c.low(),
        c.rounds());
  }
}
