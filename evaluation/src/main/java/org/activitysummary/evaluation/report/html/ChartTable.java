package org.activitysummary.evaluation.report.html;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.activitysummary.evaluation.report.NumberText;

/** The points of a chart as a table, for those who cannot see it or want to copy them. */
final class ChartTable {

  /** Shares of a distribution that people ask for. */
  private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};

  /** More points of a line alone tell no more. */
  private static final int MOST_POINTS = 20;

  private ChartTable() {}

  /** Returns the table. */
  static String of(Chart chart) {
    HtmlTable table =
        new HtmlTable(chart.title())
            .columns(HtmlTable.Column.TEXT, "Series")
            .columns(HtmlTable.Column.NUMBER, name(chart.x()), name(chart.y()), "95 % interval");
    for (Chart.Series series : chart.series()) {
      for (Chart.Point point : shown(series)) {
        table.row(
            series.name(),
            value(chart.x(), point.x()),
            value(chart.y(), point.y()),
            point.low() == null && point.high() == null
                ? NumberText.NONE
                : "%s to %s".formatted(NumberText.of(point.low()), NumberText.of(point.high())));
      }
    }
    return table.html();
  }

  private static String name(Chart.Axis axis) {
    return axis.title().isEmpty() ? "Implementation" : axis.title();
  }

  private static String value(Chart.Axis axis, double value) {
    return axis.labels() == null ? NumberText.of(value) : axis.labels().get((int) value);
  }

  private static List<Chart.Point> shown(Chart.Series series) {
    List<Chart.Point> points = series.points();
    if (series.kind() == Chart.Kind.STEPS) {
      return DoubleStream.of(SHARES)
          .boxed()
          .flatMap(share -> points.stream().filter(p -> p.y() >= share).limit(1))
          .toList();
    }
    int step = Math.max(1, points.size() / MOST_POINTS);
    return IntStream.range(0, points.size())
        .filter(i -> i % step == 0 || i == points.size() - 1)
        .mapToObj(points::get)
        .toList();
  }
}
