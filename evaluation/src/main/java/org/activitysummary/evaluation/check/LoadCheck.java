package org.activitysummary.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadStep;

/** Many callers at once: no errors, bounded latency, bounded memory. */
record LoadCheck() implements Check {

  /** From the intended start of a call, callers of all sizes together. */
  private static final double P99_LIMIT_MILLIS = 1_000;

  private static final double MEMORY_LIMIT_BYTES = 128L << 20;
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String id() {
    return "load";
  }

  @Override
  public String requirement() {
    return "R9";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    LoadOutcome load = evidence.load().get(implementation);
    if (load == null) {
      return Finding.inconclusive("There was no load.");
    }
    List<String> troubles = troubles(load);
    if (troubles.isEmpty() && load.p99() == null) {
      return Finding.inconclusive(
          "%d calls are too few for P99 under load.".formatted(load.completed()));
    }
    return Finding.counted(
        troubles.isEmpty(),
        load.p99() == null ? load.errors() : load.p99(),
        load.p99() == null ? 0 : P99_LIMIT_MILLIS,
        load.p99() == null ? "errors" : "ms",
        troubles.isEmpty() ? calm(load) : "Under load: %s.".formatted(String.join("; ", troubles)),
        evidence(load));
  }

  private static List<String> troubles(LoadOutcome load) {
    List<String> troubles = new ArrayList<>();
    if (load.failure() != null) {
      troubles.add("it ended early: " + load.failure());
    }
    if (load.errors() > 0) {
      troubles.add(load.errors() + " calls failed");
    }
    if (load.wrong() > 0) {
      troubles.add(load.wrong() + " answers were wrong");
    }
    if (load.skipped() > 0) {
      troubles.add(load.skipped() + " calls could not start in time");
    }
    if (load.p99() != null && load.p99() > P99_LIMIT_MILLIS) {
      troubles.add(
          String.format(
              Locale.ROOT,
              "P99 is %s ms (limit %.0f ms)",
              LimitText.observed(load.p99(), P99_LIMIT_MILLIS, 0),
              P99_LIMIT_MILLIS));
    }
    if (load.peakRss() != null && load.peakRss() > MEMORY_LIMIT_BYTES) {
      troubles.add(
          String.format(
              Locale.ROOT,
              "the process grew to %s MB (limit %.0f MB)",
              LimitText.observed(load.peakRss() / MEGABYTE, MEMORY_LIMIT_BYTES / MEGABYTE, 0),
              MEMORY_LIMIT_BYTES / MEGABYTE));
    }
    load.series().stream().flatMap(LoadCheck::troubles).forEach(troubles::add);
    return troubles;
  }

  /** A step of the series has no limit of its own for times: it shows where they grow. */
  private static Stream<String> troubles(LoadStep step) {
    String callers = "with %d callers ".formatted(step.callers());
    Stream.Builder<String> troubles = Stream.builder();
    if (step.failure() != null) {
      troubles.add(callers + "it ended early: " + step.failure());
    }
    if (step.errors() > 0) {
      troubles.add(callers + step.errors() + " calls failed");
    }
    if (step.wrong() > 0) {
      troubles.add(callers + step.wrong() + " answers were wrong");
    }
    return troubles.build();
  }

  private static String calm(LoadOutcome load) {
    return String.format(
        Locale.ROOT,
        "%d calls at %.0f a second were all answered rightly; P99 %.0f ms from the intended start.",
        load.completed(),
        load.ratePerSecond(),
        load.p99());
  }

  private static List<String> evidence(LoadOutcome load) {
    List<String> lines = new ArrayList<>(List.of(summary(load)));
    for (LoadStep step : load.series()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d callers, %.0f calls a second: %.1f answered a second, slowest %s, %d skipped",
              step.callers(),
              step.ratePerSecond(),
              step.throughputPerSecond(),
              step.max() == null ? "unknown" : String.format(Locale.ROOT, "%.0f ms", step.max()),
              step.skipped()));
    }
    return lines;
  }

  private static String summary(LoadOutcome load) {
    return String.format(
        Locale.ROOT,
        "%s arrivals, %d callers, %d of %d calls completed, %d errors, heap %d MB, peak %s",
        load.arrivals(),
        load.callers(),
        load.completed(),
        load.intended(),
        load.errors(),
        load.heapMegabytes(),
        load.peakRss() == null ? "unknown" : (load.peakRss() >> 20) + " MB");
  }
}
