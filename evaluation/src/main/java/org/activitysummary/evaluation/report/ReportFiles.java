package org.activitysummary.evaluation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** The files of a run. */
public final class ReportFiles {

  /** The report that programs read. */
  public static final String JSON = JsonExporter.FILE_NAME;

  private ReportFiles() {}

  /**
   * Writes every file; {@code report.json} last, so that where it is, the others are too.
   *
   * @param report complete and judged
   * @param jmh results of the forks
   * @param directory claimed before
   */
  public static void write(Report report, List<RunResult> jmh, ReportDirectory directory) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Exporter exporter : exporters(jmh)) {
      files.put(exporter.fileName(), exporter.export(report));
    }
    files.forEach(directory::write);
  }

  /** Returns the exporters in the order of writing. */
  static List<Exporter> exporters(List<RunResult> jmh) {
    return List.of(new JmhExporter(jmh), new JsonExporter());
  }
}
