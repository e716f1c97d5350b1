package org.activitysummary.evaluation.report.interchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.tracking.TrackedFigure;

/**
 * {@code otava.csv}: for Apache Otava's CSV importer with {@code time_column: time} and {@code
 * attributes: [commit, run]}; a row for each run, a column for each figure.
 */
public final class OtavaExporter implements Exporter {

  /** The name of the file. */
  public static final String FILE_NAME = "otava.csv";

  /** What the importer reads as a number that is not there. */
  private static final String MISSING = "nan";

  @Override
  public String fileName() {
    return FILE_NAME;
  }

  @Override
  public byte[] export(Report report) {
    return rows(List.of(report)).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a table of several runs, in their order. */
  public static String rows(List<Report> reports) {
    Set<String> columns = new LinkedHashSet<>();
    reports.forEach(r -> TrackedFigure.of(r).forEach(f -> columns.add(column(f))));
    List<String> header = new ArrayList<>(List.of("time", "commit", "run"));
    header.addAll(columns);
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", header)).append('\n');
    reports.forEach(report -> text.append(row(report, columns)).append('\n'));
    return text.toString();
  }

  private static String row(Report report, Set<String> columns) {
    List<TrackedFigure> figures = TrackedFigure.of(report);
    Environment.Git git = report.environment().git();
    List<String> cells = new ArrayList<>();
    cells.add(plain(report.run().startedAt()));
    cells.add(git == null || git.commit() == null ? "unknown" : plain(git.commit()));
    cells.add(plain(report.run().id()));
    for (String column : columns) {
      cells.add(
          figures.stream()
              .filter(figure -> column(figure).equals(column))
              .map(figure -> Double.toString(figure.value()))
              .findFirst()
              .orElse(MISSING));
    }
    return String.join(",", cells);
  }

  private static String column(TrackedFigure figure) {
    return plain(
        String.format(
            Locale.ROOT,
            "%s.%d.%s.%s",
            figure.implementation(),
            figure.size(),
            figure.measure().id(),
            figure.measure().unit()));
  }

  /** Names that need no quotes, whatever quote character the importer is told. */
  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9_.:+-]", "_");
  }
}
