package org.activitysummary.evaluation.report.html;

import static org.activitysummary.evaluation.report.html.HtmlTable.Column.NUMBER;
import static org.activitysummary.evaluation.report.html.HtmlTable.Column.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadStep;
import org.activitysummary.evaluation.load.PoolWaits;
import org.activitysummary.evaluation.measurement.Cpu;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.measurement.Server;
import org.activitysummary.evaluation.report.Block;
import org.activitysummary.evaluation.report.NumberText;

/** The numbers behind the charts. */
final class MeasurementTables {

  private MeasurementTables() {}

  /** Returns percentiles by implementation and size. */
  static String latency(List<Measurement> measurements) {
    HtmlTable table =
        new HtmlTable("Latency of one call in milliseconds; in brackets the 95 % interval")
            .columns(TEXT, "Implementation")
            .columns(NUMBER, "Events", "Calls", "P50", "P90", "P95", "P99", "P99.9", "Slowest")
            .columns(NUMBER, "Over limit", "Noisy rounds");
    for (Measurement m : measurements) {
      if (m.latency() != null) {
        latency(table, m, m.latency());
      }
    }
    return table.html();
  }

  private static void latency(HtmlTable table, Measurement m, Latency latency) {
    table.row(
        m.implementation(),
        NumberText.count(m.size()),
        NumberText.count(latency.samples()),
        NumberText.withInterval(latency.p50()),
        NumberText.value(latency.p90()),
        NumberText.value(latency.p95()),
        NumberText.withInterval(latency.p99()),
        NumberText.value(latency.p999()),
        NumberText.of(latency.max()),
        NumberText.count(latency.overLimit()),
        noisy(latency));
  }

  private static String noisy(Latency latency) {
    if (latency.rounds() == null) {
      return NumberText.NONE;
    }
    long noisy = latency.rounds().stream().filter(r -> r.noise().contaminated()).count();
    return String.format(Locale.ROOT, "%d of %d", noisy, latency.rounds().size());
  }

  /** Returns memory of caller and server by implementation and size. */
  static String memory(List<Measurement> measurements) {
    HtmlTable table =
        new HtmlTable("Memory in MB of 1,048,576 bytes, medians over fresh processes")
            .columns(TEXT, "Implementation")
            .columns(
                NUMBER, "Events", "RSS idle", "RSS peak", "Growth", "Highest peak", "Processes")
            .columns(
                NUMBER,
                "Allocated per call",
                "Smallest heap",
                "Server peak",
                "Server temporary files");
    for (Measurement m : measurements) {
      Memory memory = m.memory();
      if (memory == null) {
        continue;
      }
      table.row(
          m.implementation(),
          NumberText.count(m.size()),
          NumberText.megabytes(memory.idleRss()),
          NumberText.megabytes(memory.peakRss()),
          NumberText.megabytes(memory.deltaRss()),
          NumberText.megabytes(memory.maxPeakRss()),
          NumberText.count(memory.processes()),
          NumberText.megabytes(memory.allocatedPerCall()),
          NumberText.megabytes(memory.smallestHeap()),
          NumberText.megabytes(Block.part(m.server(), Server::peakMemory)),
          NumberText.megabytes(Block.part(m.server(), Server::tempBytes)));
    }
    return table.html();
  }

  /** Returns what one call moves and burns, by implementation and size. */
  static String network(List<Measurement> measurements) {
    HtmlTable table =
        new HtmlTable("Traffic and processor time of one call, means")
            .columns(TEXT, "Implementation")
            .columns(NUMBER, "Events", "Rows", "Bytes received", "Bytes sent", "Statements")
            .columns(NUMBER, "Client CPU ms", "Server CPU ms");
    for (Measurement m : measurements) {
      if (m.network() == null && m.cpu() == null) {
        continue;
      }
      table.row(
          m.implementation(),
          NumberText.count(m.size()),
          NumberText.of(Block.part(m.network(), Network::rowsPerCall)),
          NumberText.count(Block.part(m.network(), Network::bytesReceivedPerCall)),
          NumberText.count(Block.part(m.network(), Network::bytesSentPerCall)),
          NumberText.of(Block.part(m.network(), Network::statementsPerCall)),
          NumberText.of(Block.part(m.cpu(), Cpu::clientPerCall)),
          NumberText.of(Block.part(m.cpu(), Cpu::serverPerCall)));
    }
    return table.html();
  }

  /** Returns how implementations compare. */
  static String comparisons(List<Comparison> comparisons) {
    HtmlTable table =
        new HtmlTable(
                "Ratios, below 1 where the first needs less than the second; of medians, from forks in which both took turns")
            .columns(TEXT, "Quantity")
            .columns(NUMBER, "Events")
            .columns(TEXT, "Of", "Relative to")
            .columns(
                NUMBER, "Ratio", "95 % interval", "Rounds", "Smallest visible change", "p (Holm)");
    for (Comparison c : comparisons) {
      table.row(
          c.quantity(),
          NumberText.count(c.size()),
          c.subject(),
          c.reference(),
          NumberText.of(c.ratio()),
          c.low() == null && c.high() == null
              ? NumberText.NONE
              : "%s to %s".formatted(NumberText.of(c.low()), NumberText.of(c.high())),
          NumberText.count(c.rounds()),
          NumberText.percent(c.minimumDetectableEffect()),
          NumberText.of(c.pValue()));
    }
    return table.html();
  }

  /** Returns what happened when many called at once. */
  static String load(Map<String, LoadOutcome> load) {
    HtmlTable table =
        new HtmlTable("Load: calls at a fixed average rate, times from the intended start in ms")
            .columns(TEXT, "Implementation", "Arrivals")
            .columns(NUMBER, "Calls/s asked", "Calls/s done", "Callers", "Seconds", "Completed")
            .columns(NUMBER, "Errors", "Wrong", "Skipped", "P50", "P99", "Slowest", "RSS peak MB")
            .columns(TEXT, "Trouble");
    new TreeMap<>(load).forEach((name, outcome) -> load(table, name, outcome));
    return table.html();
  }

  private static void load(HtmlTable table, String name, LoadOutcome outcome) {
    table.row(
        name,
        outcome.arrivals(),
        NumberText.of(outcome.ratePerSecond()),
        NumberText.of(outcome.throughputPerSecond()),
        NumberText.count(outcome.callers()),
        NumberText.of(outcome.seconds()),
        "%s of %s"
            .formatted(NumberText.count(outcome.completed()), NumberText.count(outcome.intended())),
        NumberText.count(outcome.errors()),
        NumberText.count(outcome.wrong()),
        NumberText.count(outcome.skipped()),
        NumberText.of(outcome.p50()),
        NumberText.of(outcome.p99()),
        NumberText.of(outcome.max()),
        NumberText.megabytes(outcome.peakRss()),
        outcome.failure() == null ? "" : outcome.failure());
  }

  /** Returns what more and more callers met; empty if no series was run. */
  static String loadSeries(Map<String, LoadOutcome> load) {
    HtmlTable table =
        new HtmlTable("More and more callers: equally spaced calls, times in ms")
            .columns(TEXT, "Implementation")
            .columns(NUMBER, "Callers", "Connections", "Calls/s asked", "Calls/s done")
            .columns(NUMBER, "Errors", "Wrong", "Skipped", "P50", "P99", "Slowest", "Longest lag")
            .columns(NUMBER, "Pool wait P50", "Pool wait max", "RSS peak MB")
            .columns(TEXT, "Trouble");
    new TreeMap<>(load)
        .forEach((name, outcome) -> outcome.series().forEach(step -> step(table, name, step)));
    return table.html();
  }

  private static void step(HtmlTable table, String name, LoadStep step) {
    table.row(
        name,
        NumberText.count(step.callers()),
        Optional.ofNullable(step.pool())
            .map(pool -> NumberText.count(pool.connections()))
            .orElse(NumberText.NONE),
        NumberText.of(step.ratePerSecond()),
        NumberText.of(step.throughputPerSecond()),
        NumberText.count(step.errors()),
        NumberText.count(step.wrong()),
        NumberText.count(step.skipped()),
        NumberText.of(step.p50()),
        NumberText.of(step.p99()),
        NumberText.of(step.max()),
        NumberText.of(step.maxLag()),
        NumberText.of(Block.part(step.pool(), PoolWaits::p50)),
        NumberText.of(Block.part(step.pool(), PoolWaits::max)),
        NumberText.megabytes(step.peakRss()),
        step.failure() == null ? "" : step.failure());
  }
}
