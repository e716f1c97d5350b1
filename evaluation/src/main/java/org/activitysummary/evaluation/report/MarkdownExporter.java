package org.activitysummary.evaluation.report;

import static org.activitysummary.evaluation.report.MarkdownText.escaped;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.planted.FaultFinding;

/** {@code report.md}: fits a comment of a pull request and {@code $GITHUB_STEP_SUMMARY}. */
public final class MarkdownExporter implements Exporter {

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public byte[] export(Report report) {
    StringBuilder text = new StringBuilder();
    verdict(text, report);
    figures(text, report.measurements());
    CheckOrder order = CheckOrder.of(report);
    checks(text, order.decisive());
    uncaught(text, report.plantedFaults());
    expectedFailures(text, order.expectedFailures());
    environment(text, report);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void verdict(StringBuilder text, Report report) {
    String sign =
        switch (report.gate().verdict()) {
          case PASS -> "✅";
          case FAIL -> "❌";
          case INCONCLUSIVE -> "⚠️";
        };
    line(text, "## " + sign + " Activity summary: " + report.gate().verdict());
    line(text, "");
    line(text, Headline.verdict(report));
    line(text, "");
    Headline.sentences(report).forEach(sentence -> line(text, "- " + escaped(sentence)));
    line(text, "");
  }

  private static void figures(StringBuilder text, List<Measurement> measurements) {
    line(text, "### Latency and memory");
    line(text, "");
    row(text, "Implementation", "Events", "P50 ms", "P99 ms", "RSS idle MB", "RSS peak MB");
    row(text, ":--", "--:", "--:", "--:", "--:", "--:");
    for (Measurement m : measurements) {
      row(
          text,
          escaped(m.implementation()),
          NumberText.count(m.size()),
          NumberText.withInterval(Block.part(m.latency(), Latency::p50)),
          NumberText.withInterval(Block.part(m.latency(), Latency::p99)),
          NumberText.megabytes(Block.part(m.memory(), Memory::idleRss)),
          NumberText.megabytes(Block.part(m.memory(), Memory::peakRss)));
    }
    line(text, "");
    line(text, "In brackets: 95 % intervals. 1 MB = 1,048,576 bytes. – : could not be had.");
    line(text, "");
  }

  private static void checks(StringBuilder text, List<CheckResult> checks) {
    line(text, "### Checks");
    line(text, "");
    row(text, "Verdict", "Check", "Implementation", "Finding");
    row(text, ":--", ":--", ":--", ":--");
    for (CheckResult check : checks) {
      row(
          text,
          emphasised(check.verdict()),
          "%s (%s)".formatted(escaped(check.id()), escaped(check.requirement())),
          escaped(check.implementation()),
          escaped(check.sentence()));
    }
    line(text, "");
  }

  private static String emphasised(Verdict verdict) {
    String words = verdict.name().replace('_', ' ');
    return verdict == Verdict.PASS ? words : "**" + words + "**";
  }

  private static void uncaught(StringBuilder text, List<FaultFinding> faults) {
    List<FaultFinding> uncaught = faults.stream().filter(fault -> !fault.caught()).toList();
    if (uncaught.isEmpty()) {
      return;
    }
    line(text, "### Planted faults that were not caught");
    line(text, "");
    row(text, "Fault", "What is wrong", "Check that must catch it");
    row(text, ":--", ":--", ":--");
    uncaught.forEach(
        f -> row(text, escaped(f.fault()), escaped(f.description()), escaped(f.owner())));
    line(text, "");
  }

  private static void expectedFailures(StringBuilder text, List<CheckResult> checks) {
    if (checks.isEmpty()) {
      return;
    }
    line(text, "### Expected failures");
    line(text, "");
    row(text, "Check", "Implementation", "Finding", "Expected because");
    row(text, ":--", ":--", ":--", ":--");
    for (CheckResult check : checks) {
      row(
          text,
          "%s (%s)".formatted(escaped(check.id()), escaped(check.requirement())),
          escaped(check.implementation()),
          escaped(check.sentence()),
          escaped(check.expectation()));
    }
    line(text, "");
  }

  private static void environment(StringBuilder text, Report report) {
    Environment e = report.environment();
    line(text, "<details><summary>Environment and dataset</summary>");
    line(text, "");
    row(text, "What", "Value");
    row(text, ":--", ":--");
    row(text, "Run", escaped(report.run().id()) + ", profile " + escaped(report.run().profile()));
    row(
        text,
        "Time",
        escaped(report.run().startedAt()) + " to " + escaped(report.run().finishedAt()));
    row(text, "Command", escaped(report.run().command()));
    row(text, "Commit", Facts.commit(e.git()).map(MarkdownText::escaped).orElse(NumberText.NONE));
    row(text, "Processor", escaped(Facts.processor(e)));
    row(text, "Memory", NumberText.megabytes(e.memoryBytes()) + " MB");
    row(text, "System", escaped(e.os()));
    row(text, "JVM", escaped(e.jvm()));
    row(text, "PostgreSQL", escaped(e.postgres().version() + ", " + e.postgres().kind()));
    row(
        text,
        "Dataset",
        String.format(
            Locale.ROOT,
            "%s rows, seed %d, SHA-256 %s",
            NumberText.count(report.dataset().rows()),
            report.dataset().seed(),
            escaped(report.dataset().fingerprint())));
    line(text, "");
    line(text, "</details>");
  }

  private static void row(StringBuilder text, String... cells) {
    line(text, "| " + String.join(" | ", cells) + " |");
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
