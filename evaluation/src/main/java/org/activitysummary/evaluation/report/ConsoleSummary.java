package org.activitysummary.evaluation.report;

import java.util.Locale;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.report.Colours.Colour;

/** The report in one screen of text, coloured where colours are shown. */
public final class ConsoleSummary {

  private static final double MEGABYTE = 1 << 20;

  private ConsoleSummary() {}

  /** Returns the text, lines separated by line feeds. */
  public static String of(Report report, Colours colours) {
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
          "%s %-24s %-16s %s",
          colours.of(colour(check.verdict()), "%-16s".formatted(check.verdict())),
          check.id(),
          printable(check.implementation()),
          printable(check.sentence()));
    }
    text.append('\n');
    line(
        text,
        "planted faults: %d of %d caught",
        report.plantedFaults().stream().filter(FaultFinding::caught).count(),
        report.plantedFaults().size());
    line(
        text,
        "gate: %s",
        colours.of(colour(report.gate().verdict()), report.gate().verdict().name()));
    report.gate().reasons().forEach(reason -> line(text, "  %s", printable(reason)));
    return text.toString();
  }

  /** Control characters of a text from outside could command the terminal. */
  private static String printable(String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static Colour colour(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Colour.GOOD;
      case FAIL -> Colour.BAD;
      case EXPECTED_FAIL -> Colour.QUIET;
      case INCONCLUSIVE, UNEXPECTED_PASS -> Colour.DOUBT;
    };
  }

  private static Colour colour(GateVerdict verdict) {
    return switch (verdict) {
      case PASS -> Colour.GOOD;
      case FAIL -> Colour.BAD;
      case INCONCLUSIVE -> Colour.DOUBT;
    };
  }

  private static void line(StringBuilder text, Measurement m) {
    line(
        text,
        "%-20s %,10d %12s %12s %9s %9s %12s",
        printable(m.implementation()),
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
