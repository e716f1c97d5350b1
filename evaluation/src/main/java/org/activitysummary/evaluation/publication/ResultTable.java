package org.activitysummary.evaluation.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.report.Block;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** What one call of each subject needs, by size. */
final class ResultTable {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("P50", m -> time(m.latency(), Block.part(m.latency(), Latency::p50))),
          new Column("P99", m -> time(m.latency(), Block.part(m.latency(), Latency::p99))),
          new Column("peak RSS", m -> megabytes(Block.part(m.memory(), Memory::peakRss))),
          new Column("bytes received", m -> count(m.network())));

  private ResultTable() {}

  private record Column(String name, Function<Measurement, String> cell) {}

  /**
   * Returns the table and a line about the run.
   *
   * @param link to the report from the document
   */
  static String of(Report report, String link) {
    List<String> names =
        report.implementations().stream()
            .filter(i -> i.kind().equals(Kind.SUBJECT.label()))
            .map(Report.ImplementationBlock::name)
            .toList();
    List<String> heads = new ArrayList<>(List.of("events"));
    COLUMNS.forEach(column -> names.forEach(name -> heads.add(column.name + " " + name)));
    MarkdownTable table = new MarkdownTable(heads, 0);
    report.measurements().stream()
        .map(Measurement::size)
        .distinct()
        .sorted()
        .forEach(size -> table.row(row(report, size, names)));
    return table + "\n" + source(report, link);
  }

  private static List<String> row(Report report, int size, List<String> names) {
    List<String> cells = new ArrayList<>(List.of(NumberText.count(size)));
    for (Column column : COLUMNS) {
      for (String name : names) {
        cells.add(
            report.measurements().stream()
                .filter(m -> m.size() == size && m.implementation().equals(name))
                .findFirst()
                .map(column.cell)
                .orElse(NumberText.NONE));
      }
    }
    return cells;
  }

  private static String time(Latency latency, Figure figure) {
    if (figure == null || figure.value() == null) {
      return latency == null
          ? NumberText.NONE
          : "%s (%s calls)".formatted(NumberText.NONE, NumberText.count(latency.samples()));
    }
    return NumberText.withUnit(figure.value(), latency.unit());
  }

  private static String megabytes(Long bytes) {
    return bytes == null ? NumberText.NONE : NumberText.withUnit((double) bytes, Memory.BYTES);
  }

  private static String count(Network network) {
    return NumberText.count(Block.part(network, Network::bytesReceivedPerCall));
  }

  private static String source(Report report, String link) {
    return String.format(
        Locale.ROOT,
        "One call, from the [published run](%s) of the profile %s: %d cores, PostgreSQL %s, %s."
            + " 1 MB = 1,048,576 bytes.%n",
        link.replaceFirst("\\.json$", ".md"),
        report.run().profile(),
        report.environment().cores(),
        report.environment().postgres().version(),
        report.run().startedAt().replaceFirst("T.*", ""));
  }
}
