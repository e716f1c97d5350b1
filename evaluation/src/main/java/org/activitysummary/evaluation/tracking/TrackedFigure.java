package org.activitysummary.evaluation.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.report.Report;

/**
 * One figure of one run.
 *
 * @param implementation its name
 * @param size rows of the user asked about
 * @param measure what was measured
 * @param value in its unit
 * @param low lower end of the 95 % interval; null if it has none
 * @param high upper end, likewise
 */
public record TrackedFigure(
    String implementation, int size, Measure measure, double value, Double low, Double high) {

  /** Returns the figures of a report that could be had, in its order. */
  public static List<TrackedFigure> of(Report report) {
    List<TrackedFigure> figures = new ArrayList<>();
    for (Measurement m : report.measurements()) {
      if (m.latency() != null) {
        add(figures, m, Measure.LATENCY_P50, m.latency().p50());
        add(figures, m, Measure.LATENCY_P99, m.latency().p99());
      }
      if (m.memory() != null) {
        add(figures, m, Measure.PEAK_RSS, m.memory().peakRss());
      }
      if (m.network() != null) {
        add(figures, m, Measure.BYTES_RECEIVED, m.network().bytesReceivedPerCall());
        add(figures, m, Measure.ROWS, m.network().rowsPerCall());
        add(figures, m, Measure.STATEMENTS, m.network().statementsPerCall());
      }
    }
    return figures;
  }

  private static void add(
      List<TrackedFigure> figures, Measurement m, Measure measure, Figure figure) {
    if (figure != null && figure.value() != null) {
      figures.add(
          new TrackedFigure(
              m.implementation(), m.size(), measure, figure.value(), figure.low(), figure.high()));
    }
  }

  private static void add(
      List<TrackedFigure> figures, Measurement m, Measure measure, Number number) {
    if (number != null) {
      figures.add(
          new TrackedFigure(
              m.implementation(), m.size(), measure, number.doubleValue(), null, null));
    }
  }

  /** Returns whether both are about the same, whatever their numbers. */
  public boolean sameAs(TrackedFigure other) {
    return implementation.equals(other.implementation)
        && size == other.size
        && measure == other.measure;
  }

  /** Returns what it is about, the same in every run: {@code after/10000}. */
  public String cell() {
    return String.format(Locale.ROOT, "%s/%d", implementation, size);
  }
}
