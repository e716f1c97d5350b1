package org.activitysummary.evaluation.report;

import java.util.Locale;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.planted.FaultFinding;

/** The report in one screen of plain text. */
public final class ConsoleSummary {

  private static final double MEGABYTE = 1 << 20;

  private ConsoleSummary() {}

  /** Returns the text, lines separated by line feeds. */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%-20s %10s %12s %12s %9s %9s %12s",
        "implementation",
        "events",
        "P50 ms",
        "P99 ms",
        "peak MB",
        "delta MB",
        "bytes/call");
    report.measurements().forEach(measurement -> line(text, measurement));
    text.append('\n');
    for (CheckResult check : report.checks()) {
      line(
          text,
          "%-16s %-24s %-16s %s",
          check.verdict(),
          check.id(),
          check.implementation(),
          check.sentence());
    }
    text.append('\n');
    line(
        text,
        "planted faults: %d of %d caught",
        report.plantedFaults().stream().filter(FaultFinding::caught).count(),
        report.plantedFaults().size());
    line(text, "gate: %s", report.gate().verdict());
    report.gate().reasons().forEach(reason -> line(text, "  %s", reason));
    return text.toString();
  }

  private static void line(StringBuilder text, Measurement m) {
    line(
        text,
        "%-20s %,10d %12s %12s %9s %9s %12s",
        m.implementation(),
        m.size(),
        millis(Block.part(m.latency(), Latency::p50)),
        millis(Block.part(m.latency(), Latency::p99)),
        megabytes(Block.part(m.memory(), Memory::peakRss)),
        megabytes(Block.part(m.memory(), Memory::deltaRss)),
        count(Block.part(m.network(), Network::bytesReceivedPerCall)));
  }

  private static String millis(Figure figure) {
    return figure == null || figure.value() == null
        ? "-"
        : String.format(Locale.ROOT, "%.3f", figure.value());
  }

  private static String megabytes(Long bytes) {
    return bytes == null ? "-" : String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }

  private static String count(Double number) {
    return number == null ? "-" : String.format(Locale.ROOT, "%,.0f", number);
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }
}
