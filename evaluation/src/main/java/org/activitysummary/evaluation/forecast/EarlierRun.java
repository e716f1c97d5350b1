package org.activitysummary.evaluation.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.report.Block;
import org.activitysummary.evaluation.report.JsonExporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;

/**
 * The newest report of the folder, as far as it tells how long things take.
 *
 * @param report complete
 */
record EarlierRun(Report report) {

  /** Day, time, file. */
  private static final int DEPTH = 3;

  /**
   * Returns the newest report that can be read; a forecast is no reason to complain about the
   * others.
   *
   * @param reports the folder of all runs, which need not exist
   */
  static Optional<EarlierRun> newest(Path reports) {
    if (!Files.isDirectory(reports)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(reports, DEPTH)) {
      List<Path> newestFirst =
          files
              .filter(file -> file.getFileName().toString().equals(JsonExporter.FILE_NAME))
              .sorted(Comparator.comparing(EarlierRun::startedRoughly).reversed())
              .toList();
      return newestFirst.stream().flatMap(file -> read(file).stream()).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Folders of runs sort by time; one with a name of its own, such as a sample, comes last. */
  private static String startedRoughly(Path file) {
    String name = file.getParent().toString();
    return name.matches(".*\\d{4}-\\d\\d-\\d\\d.\\d\\d-\\d\\d-\\d\\d") ? name : "";
  }

  private static Optional<EarlierRun> read(Path file) {
    try {
      return Optional.of(new EarlierRun(ReportReader.read(file)));
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }

  /** Returns how long a stage took, if that run was of the same kind and made in one go. */
  Optional<Duration> stage(EvaluationOptions options, String stage) {
    Double seconds = report.run().stageSeconds().get(stage);
    boolean alike =
        report.run().profile().equals(options.profile().name())
            && report.run().resumedAt().isEmpty()
            && text(report.dataset().spec()).equals(text(options.dataset().toMap()))
            && report.implementations().stream()
                .map(Report.ImplementationBlock::name)
                .toList()
                .equals(options.names());
    return alike && seconds != null
        ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  /** As text, since a number that was read back may be of another class. */
  private static String text(Map<String, Object> spec) {
    return new TreeMap<>(spec).toString();
  }

  /** Returns the median duration of a call. */
  Optional<Duration> call(String implementation, int size) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(implementation) && m.size() == size)
        .map(m -> Block.part(m.latency(), Latency::p50))
        .filter(p50 -> p50 != null && p50.value() != null)
        .map(Figure::value)
        .findFirst()
        .map(millis -> Duration.ofNanos(Math.round(millis * 1e6)));
  }

  /** Returns how many rows a second were loaded; empty if it is not known. */
  Optional<Double> rowsPerSecond() {
    double seconds = report.dataset().loadSeconds();
    return seconds > 0 ? Optional.of(report.dataset().rows() / seconds) : Optional.empty();
  }
}
