package org.activitysummary.evaluation.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code report.json} back, of this version and of older ones. */
public final class ReportReader {

  private ReportReader() {}

  /**
   * Returns the report of a file.
   *
   * @param file a {@code report.json}, or the folder of a run that holds one
   * @throws org.activitysummary.evaluation.EvaluationException if it is not a report that this
   *     program can read; the message names file and field, what was found, and the way out
   */
  public static Report read(Path file) {
    return new VersionedFile<>(
            fileOf(file), "report", Report.class, Report.SCHEMA_VERSION, ReportFields.REQUIRED)
        .read();
  }

  /** Returns the {@code report.json} that a path means: itself, or the one in that folder. */
  public static Path fileOf(Path file) {
    return Files.isDirectory(file) ? file.resolve(JsonExporter.FILE_NAME) : file;
  }
}
