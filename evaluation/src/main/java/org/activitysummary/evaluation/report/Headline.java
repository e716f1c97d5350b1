package org.activitysummary.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.planted.FaultFinding;

/** What to say of a run when there is room for a few sentences only. */
public final class Headline {

  private Headline() {}

  /** Returns what the gate's verdict means, one sentence. */
  public static String verdict(Report report) {
    return switch (report.gate().verdict()) {
      case PASS -> "Every check passed, or failed as expected.";
      case FAIL -> failure(report);
      case INCONCLUSIVE -> "No check failed, but at least one could not be decided.";
    };
  }

  private static String failure(Report report) {
    if (report.plantedFaults().stream().anyMatch(fault -> !fault.caught())) {
      return "A planted fault was not caught: the check meant for it proves nothing.";
    }
    if (report.regressions().stream().anyMatch(r -> r.outcome().fails())
        && report.checks().stream().noneMatch(check -> check.verdict() == Verdict.FAIL)) {
      return "No check failed, but something got worse since the baseline.";
    }
    return report.checks().stream().anyMatch(check -> check.verdict() == Verdict.FAIL)
        ? "At least one check failed."
        : "No check failed, but at least one could not be decided, which a strict run does not accept.";
  }

  /** Returns a sentence for each implementation about its checks, then those about its gains. */
  public static List<String> sentences(Report report) {
    List<String> sentences = new ArrayList<>(tallies(report));
    for (Report.ImplementationBlock implementation : report.implementations()) {
      gain(report, implementation.name()).ifPresent(sentences::add);
    }
    faults(report).ifPresent(sentences::add);
    report.plans().forEach(plans -> sentences.addAll(changedPlans(plans)));
    if (report.environment().noise() != null) {
      sentences.add(report.environment().noise().sentence());
    }
    return sentences;
  }

  private static Optional<String> faults(Report report) {
    int planted = report.plantedFaults().size();
    long caught = report.plantedFaults().stream().filter(FaultFinding::caught).count();
    return planted == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d planted faults were caught by the check meant for them.",
                caught,
                planted));
  }

  /** The times of such rounds are times of different work. */
  private static List<String> changedPlans(DatabaseEvidence plans) {
    return plans.inRounds() == null
        ? List.of()
        : plans.inRounds().changes().stream()
            .map(
                change ->
                    "%s at %s events: the plan of a statement changed between rounds, %s."
                        .formatted(plans.implementation(), NumberText.count(plans.size()), change))
            .toList();
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
    time.ifPresent(c -> parts.add("median latency is " + share(c)));
    memory.ifPresent(c -> parts.add("peak memory is " + share(c)));
    return Optional.of(
        "%s at %s events: %s of what %s needs."
            .formatted(
                implementation,
                NumberText.count(largest),
                String.join(" and ", parts),
                Evidence.REFERENCE));
  }

  private static Optional<Comparison> at(
      Report report, String implementation, int size, String quantity) {
    return report.comparisons().stream()
        .filter(c -> c.subject().equals(implementation) && c.size() == size)
        .filter(c -> c.reference().equals(Evidence.REFERENCE))
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
