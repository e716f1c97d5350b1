package org.activitysummary.evaluation.resumption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/** Finds the run to continue among those that were aborted. */
public final class UnfinishedRuns {

  /** A run's folder lies in that of its day. */
  private static final int DEPTH = 3;

  private UnfinishedRuns() {}

  /**
   * Returns the newest aborted run that shares the facts, ready to be continued.
   *
   * @param reports the folder of all runs
   * @param facts of the run that is to continue it
   * @param now when it is continued
   * @throws EvaluationException if there is none; the message says how the newest one differs
   */
  public static CellFolder resumeNewest(Path reports, Map<String, String> facts, Instant now) {
    List<Path> newestFirst = all(reports);
    if (newestFirst.isEmpty()) {
      throw new EvaluationException(
          "There is no aborted run to continue in %s; start one without --resume, or name another folder with --reports"
              .formatted(reports));
    }
    for (Path folder : newestFirst) {
      UnfinishedRun run = read(folder);
      if (run.difference(facts).isEmpty()) {
        return CellFolder.resume(folder, run, now);
      }
    }
    Path newest = newestFirst.get(0);
    Optional<String> difference = read(newest).difference(facts);
    throw refused(newest, difference.orElseThrow());
  }

  static EvaluationException refused(Path folder, String difference) {
    return new EvaluationException(
        "The run in %s cannot be continued: %s; run as it was run, or start without --resume"
            .formatted(folder, difference));
  }

  private static List<Path> all(Path reports) {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(reports, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().equals(UnfinishedRun.FILE_NAME))
          .map(Path::getParent)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new EvaluationException(
          "The reports folder %s must be readable but is not: %s; choose another with --reports"
              .formatted(reports, e.getMessage()),
          e);
    }
  }

  private static UnfinishedRun read(Path folder) {
    Path file = folder.resolve(UnfinishedRun.FILE_NAME);
    try {
      return CellFormat.MAPPER.readValue(file.toFile(), UnfinishedRun.class);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s must describe an aborted run but does not: %s; remove its folder, or start without --resume"
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }
}
