package org.activitysummary.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;

/** What to say of a run when there is room for a few sentences only. */
public final class Headline {

  private Headline() {}

  /** Returns what the gate's verdict means, one sentence. */
  public static String verdict(Report report) {
    return switch (report.gate().verdict()) {
      case PASS -> "Every check passed, or failed as expected.";
      case FAIL -> "At least one check failed.";
      case INCONCLUSIVE -> "No check failed, but at least one could not be decided.";
    };
  }

  /** Returns a sentence for each implementation about its checks, then those about its gains. */
  public static List<String> sentences(Report report) {
    List<String> sentences = new ArrayList<>(tallies(report));
    for (Report.ImplementationBlock implementation : report.implementations()) {
      gain(report, implementation.name()).ifPresent(sentences::add);
    }
    return sentences;
  }

  private static List<String> tallies(Report report) {
    Map<String, List<CheckResult>> byImplementation = new LinkedHashMap<>();
    for (CheckResult check : report.checks()) {
      byImplementation
          .computeIfAbsent(check.implementation(), name -> new ArrayList<>())
          .add(check);
    }
    List<String> sentences = new ArrayList<>();
    byImplementation.forEach((name, checks) -> sentences.add(tally(name, checks)));
    return sentences;
  }

  private static String tally(String name, List<CheckResult> checks) {
    StringBuilder text = new StringBuilder();
    text.append(name).append(": ").append(count(checks, Verdict.PASS));
    text.append(" of ").append(checks.size()).append(" checks passed");
    append(text, count(checks, Verdict.FAIL), "failed");
    append(text, count(checks, Verdict.EXPECTED_FAIL), "failed as expected");
    append(text, count(checks, Verdict.UNEXPECTED_PASS), "passed unexpectedly");
    append(text, count(checks, Verdict.INCONCLUSIVE), "could not be decided");
    return text.append('.').toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }

  private static long count(List<CheckResult> checks, Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  private static Optional<String> gain(Report report, String implementation) {
    int largest = report.measurements().stream().mapToInt(m -> m.size()).max().orElse(0);
    Optional<Comparison> time = at(report, implementation, largest, Comparison.LATENCY_P50);
    Optional<Comparison> memory = at(report, implementation, largest, Comparison.MEMORY_PEAK);
    if (time.isEmpty() && memory.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    time.ifPresent(
        c -> parts.add("median latency is %s of that of %s".formatted(share(c), c.reference())));
    memory.ifPresent(c -> parts.add("peak memory is %s".formatted(share(c))));
    return Optional.of(
        "%s at %s events: %s."
            .formatted(implementation, NumberText.count(largest), String.join("; ", parts)));
  }

  private static Optional<Comparison> at(
      Report report, String implementation, int size, String quantity) {
    return report.comparisons().stream()
        .filter(c -> c.subject().equals(implementation) && c.size() == size)
        .filter(c -> c.quantity().equals(quantity) && c.ratio() != null)
        .findFirst();
  }

  private static String share(Comparison c) {
    String interval =
        c.low() == null || c.high() == null
            ? ""
            : " (%s to %s)".formatted(NumberText.percent(c.low()), NumberText.percent(c.high()));
    return NumberText.percent(c.ratio()) + interval;
  }
}
