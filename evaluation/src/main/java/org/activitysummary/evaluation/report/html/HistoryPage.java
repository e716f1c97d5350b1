package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.history.History;
import org.activitysummary.evaluation.history.Trend;
import org.activitysummary.evaluation.report.Facts;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.ChangePoints;
import org.activitysummary.evaluation.statistics.ChangePoints.ChangePoint;

/** {@code history.html}: figures over runs, one file that needs no network. */
public final class HistoryPage {

  private HistoryPage() {}

  /** Returns the page. */
  public static String of(History history, List<Trend> trends) {
    List<Chart> charts = charts(trends).stream().filter(Chart::drawable).toList();
    Map<String, String> gaps = new HashMap<>();
    HtmlExporter.files(gaps);
    gaps.put("count", NumberText.count(history.reports().size()));
    gaps.put("runtable", runs(history.reports()));
    gaps.put("broken", broken(history));
    gaps.put("changetable", changes(history, trends));
    gaps.put("trendcharts", HtmlExporter.figures(charts, new ArrayList<>()));
    gaps.put("data", HtmlExporter.json(charts));
    gaps.put("fewest", NumberText.count(ChangePoints.FEWEST_VALUES));
    return new Page(InlineFile.text(HtmlExporter.HERE + "history.html")).filled(gaps);
  }

  private static String broken(History history) {
    return history.broken().isEmpty()
        ? ""
        : history.broken().stream()
            .map(line -> "<li>" + HtmlText.escaped(line) + "</li>\n")
            .collect(
                Collectors.joining("", "<h2>Runs that cannot be read</h2>\n<ul>\n", "</ul>\n"));
  }

  private static String runs(List<Report> reports) {
    HtmlTable table =
        new HtmlTable("Runs, oldest first")
            .columns(HtmlTable.Column.NUMBER, "run")
            .columns(HtmlTable.Column.TEXT, "id", "profile", "verdict", "commit", "where");
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      table.row(
          Integer.toString(i + 1),
          report.run().id(),
          report.run().profile(),
          report.gate().verdict().name(),
          Facts.commit(report.environment().git()).orElse("unknown"),
          Facts.processor(report.environment())
              + ", PostgreSQL "
              + report.environment().postgres().version());
    }
    return table.html();
  }

  private static String changes(History history, List<Trend> trends) {
    HtmlTable table =
        new HtmlTable("Where a figure changed its level")
            .columns(HtmlTable.Column.TEXT, "figure")
            .columns(HtmlTable.Column.NUMBER, "events", "from run", "change", "p")
            .columns(HtmlTable.Column.TEXT, "id of that run");
    int found = 0;
    for (Trend trend : trends) {
      for (ChangePoint change : trend.changes()) {
        int run = trend.runs().get(change.index());
        table.row(
            trend.implementation() + ", " + trend.quantity(),
            NumberText.count(trend.size()),
            Integer.toString(run + 1),
            String.format(Locale.ROOT, "%+.1f %%", 100 * (change.factor() - 1)),
            String.format(Locale.ROOT, "%.3f", change.pValue()),
            history.reports().get(run).run().id());
        found++;
      }
    }
    return found == 0 ? "<p>None was found.</p>\n" : table.html();
  }

  /** One chart for each quantity and size; implementations share it. */
  private static List<Chart> charts(List<Trend> trends) {
    Map<String, List<Trend>> together = new LinkedHashMap<>();
    for (Trend trend : trends) {
      together
          .computeIfAbsent(trend.quantity() + "-" + trend.size(), key -> new ArrayList<>())
          .add(trend);
    }
    List<String> names = trends.stream().map(Trend::implementation).distinct().toList();
    List<Chart> charts = new ArrayList<>();
    for (List<Trend> some : together.values()) {
      charts.add(chart("trend-" + charts.size(), some, names));
    }
    return charts;
  }

  private static Chart chart(String id, List<Trend> trends, List<String> names) {
    Trend one = trends.get(0);
    String title = one.quantity() + " at " + NumberText.count(one.size()) + " events";
    List<Chart.Series> series = new ArrayList<>();
    for (Trend trend : trends) {
      int colour = names.indexOf(trend.implementation());
      series.add(new Chart.Series(trend.implementation(), colour, Chart.Kind.SOLID, points(trend)));
      if (!trend.changes().isEmpty()) {
        series.add(
            new Chart.Series(
                trend.implementation() + ", level changed",
                colour,
                Chart.Kind.MARKS,
                trend.changes().stream().map(c -> points(trend).get(c.index())).toList()));
      }
    }
    return new Chart(
        id,
        title,
        title + " in each run, oldest first; large marks where the level changed.",
        Chart.Axis.linear("run"),
        Chart.Axis.linear(one.unit()),
        series,
        null);
  }

  private static List<Chart.Point> points(Trend trend) {
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < trend.runs().size(); i++) {
      Trend.Point point = trend.points().get(i);
      points.add(
          new Chart.Point(trend.runs().get(i) + 1, point.value(), point.low(), point.high()));
    }
    return points;
  }
}
