package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.comparison.Comparison;

/**
 * The median must be below a multiple of another implementation's, with its whole interval, at
 * every size from the smallest that counts.
 *
 * @param reference name of the other implementation
 * @param limit the multiple
 * @param smallestSize events of the smallest user that counts
 */
record PerformanceBenchmarkCheck(String reference, double limit, int smallestSize)
    implements Check {

  private static final double TOLERANCE = 1.05;

  /** Returns the check of R8: faster than the reference; small users were never the problem. */
  static PerformanceBenchmarkCheck fasterThan(String reference) {
    return new PerformanceBenchmarkCheck(reference, 1, Evidence.COMPARED_FROM);
  }

  /** Returns the check of a replacement: no slower than the reference at any size, within 5 %. */
  static PerformanceBenchmarkCheck noSlowerThan(String reference) {
    return new PerformanceBenchmarkCheck(reference, TOLERANCE, 1);
  }

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
    if (implementation.equals(reference)) {
      return new Finding(
          Verdict.FAIL, 1.0, 1.0, "x", null, null, "It is not faster than itself.", List.of());
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int size : sizes(evidence)) {
      Optional<Comparison> comparison = at(size, implementation, evidence);
      if (comparison.isEmpty() || comparison.get().high() == null) {
        return Finding.inconclusive(
            "There is no comparison with '%s' at %,d events.".formatted(reference, size));
      }
      comparisons.add(comparison.get());
    }
    return comparisons.isEmpty()
        ? Finding.inconclusive("No size from %,d events was timed.".formatted(smallestSize))
        : judge(comparisons);
  }

  @Override
  public List<Integer> tooSlowAt(String implementation, Evidence evidence) {
    return sizes(evidence).stream()
        .filter(
            size ->
                at(size, implementation, evidence)
                    .filter(c -> c.low() != null && tooSlow(c))
                    .isPresent())
        .toList();
  }

  private List<Integer> sizes(Evidence evidence) {
    return evidence.sizes().stream().filter(size -> size >= smallestSize).toList();
  }

  private Optional<Comparison> at(int size, String implementation, Evidence evidence) {
    return evidence.comparison(Comparison.LATENCY_P50, size, implementation, reference);
  }

  private boolean tooSlow(Comparison comparison) {
    return comparison.low() >= limit;
  }

  private Finding judge(List<Comparison> comparisons) {
    Comparison least = Collections.max(comparisons, Comparator.comparing(Comparison::high));
    Verdict verdict =
        least.high() < limit
            ? Verdict.PASS
            : comparisons.stream().anyMatch(this::tooSlow) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    return new Finding(
        verdict,
        1 / least.ratio(),
        1 / limit,
        "x",
        1 / least.high(),
        1 / least.low(),
        sentence(verdict, least),
        comparisons.stream().map(PerformanceBenchmarkCheck::detail).toList());
  }

  private String sentence(Verdict verdict, Comparison least) {
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
        ? String.format(
            Locale.ROOT,
            "Fast enough at every size from %,d events; least so %s.",
            smallestSize,
            speedup)
        : "Not shown to be fast enough at every size: " + speedup + ".";
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
