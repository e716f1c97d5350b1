package org.activitysummary.evaluation.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.report.JsonExporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;

/**
 * All runs in a folder.
 *
 * @param reports that could be read, oldest first
 * @param broken a line for each that could not
 */
public record History(List<Report> reports, List<String> broken) {

  /** {@code reports/YYYY-MM-DD/HH-MM-SS/report.json}, and a level to spare. */
  private static final int DEPTH = 4;

  /** Keeps copies. */
  public History {
    reports = List.copyOf(reports);
    broken = List.copyOf(broken);
  }

  /**
   * Returns the runs of a folder and of the folders in it; a broken one is named and does not hide
   * the others.
   *
   * @throws EvaluationException if there is no such folder
   */
  public static History of(Path folder) {
    List<Report> reports = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        reports.add(ReportReader.read(file));
      } catch (EvaluationException e) {
        broken.add(e.getMessage());
      }
    }
    reports.sort(Comparator.comparing((Report r) -> r.run().startedAt()));
    return new History(reports, broken);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new EvaluationException(
          "%s must be a folder of runs but is not one; name the folder given to --reports"
              .formatted(folder));
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().equals(JsonExporter.FILE_NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EvaluationException(
          "%s could not be searched for runs: %s; check its permissions"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Returns the figures over the runs, each with its change points. */
  public List<Trend> trends() {
    return Trend.of(reports);
  }
}
