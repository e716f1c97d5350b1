package org.activitysummary.evaluation.report.interchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.tracking.TrackedFigure;

/**
 * {@code bencher.json}: Bencher Metric Format, a benchmark for each implementation and size. Times
 * are nanoseconds, as Bencher's own measure of latency is.
 */
public final class BencherExporter implements Exporter {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * One metric, with the field names of the format.
   *
   * @param value the figure
   * @param lowerValue lower end of its interval; null if it has none
   * @param upperValue upper end, likewise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Metric(
      double value,
      @JsonProperty("lower_value") Double lowerValue,
      @JsonProperty("upper_value") Double upperValue) {}

  @Override
  public String fileName() {
    return "bencher.json";
  }

  @Override
  public byte[] export(Report report) {
    Map<String, Map<String, Metric>> benchmarks = new LinkedHashMap<>();
    for (TrackedFigure figure : TrackedFigure.of(report)) {
      benchmarks
          .computeIfAbsent(figure.cell(), cell -> new LinkedHashMap<>())
          .put(figure.measure().id(), metric(figure));
    }
    return JsonFormat.bytes(benchmarks);
  }

  private static Metric metric(TrackedFigure figure) {
    return figure.measure().isTime()
        ? new Metric(nanos(figure.value()), nanos(figure.low()), nanos(figure.high()))
        : new Metric(figure.value(), figure.low(), figure.high());
  }

  private static Double nanos(Double millis) {
    return millis == null ? null : Double.valueOf(Math.rint(millis * NANOS_PER_MILLI));
  }
}
