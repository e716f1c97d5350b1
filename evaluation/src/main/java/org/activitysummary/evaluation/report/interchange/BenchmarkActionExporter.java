package org.activitysummary.evaluation.report.interchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.Facts;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.tracking.TrackedFigure;

/**
 * {@code benchmark-action.json}: for github-action-benchmark with {@code tool:
 * customSmallerIsBetter}.
 */
public final class BenchmarkActionExporter implements Exporter {

  /**
   * One entry, with the field names that the action reads.
   *
   * @param name of its chart
   * @param unit of the value
   * @param value smaller is better
   * @param range the interval in words; null if there is none
   * @param extra shown beside the point
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Entry(String name, String unit, double value, String range, String extra) {}

  @Override
  public String fileName() {
    return "benchmark-action.json";
  }

  @Override
  public byte[] export(Report report) {
    String where = Facts.surroundings(report);
    List<Entry> entries =
        TrackedFigure.of(report).stream().map(figure -> entry(figure, where)).toList();
    return JsonFormat.bytes(entries);
  }

  private static Entry entry(TrackedFigure f, String where) {
    String range =
        f.low() == null || f.high() == null
            ? null
            : String.format(Locale.ROOT, "%.6g to %.6g", f.low(), f.high());
    return new Entry(
        f.cell() + " " + f.measure().id(), f.measure().unit(), f.value(), range, where);
  }
}
