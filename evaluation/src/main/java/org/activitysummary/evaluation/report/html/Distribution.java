package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.activitysummary.evaluation.statistics.HistogramCodec;

/** The empirical distribution of a histogram, thinned to what a screen can show. */
final class Distribution {

  /** A line of a few hundred pixels shows no more steps. */
  private static final double SMALLEST_STEP = 0.004;

  /** Calls at either end that are kept one by one: the tail is what people look for. */
  private static final int KEPT_AT_ENDS = 12;

  private static final double NANOS_PER_MILLI = 1e6;

  private Distribution() {}

  /**
   * Returns share of calls by time: x in milliseconds, y from 0 to 1, both ascending.
   *
   * @param encoded by {@link HistogramCodec}; null gives no points
   */
  static List<Chart.Point> of(String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return List.of();
    }
    Histogram histogram = HistogramCodec.decode(encoded);
    List<Chart.Point> points = new ArrayList<>();
    long total = histogram.getTotalCount();
    double last = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long reached = value.getTotalCountToThisValue();
      double share = (double) reached / total;
      boolean end = reached <= KEPT_AT_ENDS || total - reached < KEPT_AT_ENDS;
      if (end || share - last >= SMALLEST_STEP) {
        points.add(Chart.Point.of(value.getValueIteratedTo() / NANOS_PER_MILLI, share));
        last = share;
      }
    }
    return points;
  }
}
