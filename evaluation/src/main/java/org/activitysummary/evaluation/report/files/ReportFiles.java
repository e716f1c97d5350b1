package org.activitysummary.evaluation.report.files;

import java.util.List;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.JUnitExporter;
import org.activitysummary.evaluation.report.JmhExporter;
import org.activitysummary.evaluation.report.JsonExporter;
import org.activitysummary.evaluation.report.MarkdownExporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.html.HtmlExporter;
import org.activitysummary.evaluation.report.interchange.BencherExporter;
import org.activitysummary.evaluation.report.interchange.BenchmarkActionExporter;
import org.activitysummary.evaluation.report.interchange.OtavaExporter;
import org.openjdk.jmh.results.RunResult;

/** The files of a run. */
public final class ReportFiles {

  private ReportFiles() {}

  /**
   * Writes every file; {@code report.json} last, so that where it is, the others are too, unless
   * this method threw: a presentation that fails must not cost what was measured.
   *
   * @param report complete and judged
   * @param jmh results of the forks
   * @param directory claimed before
   */
  public static void write(Report report, List<RunResult> jmh, ReportDirectory directory) {
    writeAll(report, exporters(jmh), directory);
  }

  static void writeAll(Report report, List<Exporter> exporters, ReportDirectory directory) {
    RuntimeException trouble = null;
    for (Exporter exporter : exporters) {
      try {
        directory.write(exporter.fileName(), exporter.export(report));
      } catch (RuntimeException e) {
        if (trouble == null) {
          trouble = e;
        } else {
          trouble.addSuppressed(e);
        }
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  /** Returns the exporters in the order of writing. */
  static List<Exporter> exporters(List<RunResult> jmh) {
    return List.of(
        new JmhExporter(jmh),
        new JUnitExporter(),
        new BenchmarkActionExporter(),
        new BencherExporter(),
        new OtavaExporter(),
        new MarkdownExporter(),
        new HtmlExporter(),
        new JsonExporter());
  }
}
