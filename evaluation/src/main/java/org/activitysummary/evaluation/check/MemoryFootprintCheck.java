package org.activitysummary.evaluation.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.measurement.Measurement;

/**
 * The calling process must stay within the limit at the largest size, and need far less than that
 * of {@code before}. Judged on the highest peak of all processes.
 */
record MemoryFootprintCheck() implements Check {

  private static final int DECISIVE_SIZE = 1_000_000;
  private static final double LIMIT_BYTES = 128L << 20;
  private static final double LEAST_REDUCTION = 0.80;
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String id() {
    return "memory-footprint";
  }

  @Override
  public String requirement() {
    return "R2";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    Optional<Long> peak = peak(implementation, evidence);
    Optional<Long> reference = peak(Evidence.REFERENCE, evidence);
    if (peak.isEmpty()) {
      return Finding.inconclusive("The peak at the largest size was not measured.");
    }
    if (evidence.largest() < DECISIVE_SIZE) {
      return Finding.inconclusive(
          "The requirement is about %,d events; the largest measured size is %,d."
              .formatted(DECISIVE_SIZE, evidence.largest()));
    }
    boolean small = peak.get() <= LIMIT_BYTES;
    if (small && reference.isEmpty()) {
      return Finding.inconclusive(
          "The peak is within the limit, but '%s' was not measured beside it."
              .formatted(Evidence.REFERENCE));
    }
    return Finding.counted(
        small && reduction(peak.get(), reference.get()) >= LEAST_REDUCTION,
        peak.get(),
        LIMIT_BYTES,
        "bytes",
        sentence(evidence.largest(), peak.get(), reference),
        List.of(
            "reference peak %s bytes".formatted(reference.map(String::valueOf).orElse("unknown"))));
  }

  private static double reduction(long peak, long reference) {
    return 1 - (double) peak / reference;
  }

  private static String sentence(int size, long peak, Optional<Long> reference) {
    return String.format(
            Locale.ROOT,
            "At %,d events the calling process peaks at %s MB (limit %.0f MB)",
            size,
            LimitText.observed(peak / MEGABYTE, LIMIT_BYTES / MEGABYTE, 0),
            LIMIT_BYTES / MEGABYTE)
        + reference
            .map(
                bytes ->
                    String.format(
                        Locale.ROOT,
                        ", %s %% less than '%s' (at least %.0f %%).",
                        LimitText.observed(100 * reduction(peak, bytes), 100 * LEAST_REDUCTION, 0),
                        Evidence.REFERENCE,
                        100 * LEAST_REDUCTION))
            .orElse("; the peak of '%s' is unknown.".formatted(Evidence.REFERENCE));
  }

  private static Optional<Long> peak(String implementation, Evidence evidence) {
    return evidence.atLargest(implementation).map(Measurement::memory).map(m -> m.maxPeakRss());
  }
}
