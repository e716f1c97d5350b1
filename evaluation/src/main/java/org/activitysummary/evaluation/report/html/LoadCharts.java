package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadStep;
import org.activitysummary.evaluation.report.Report;

/** Many callers at once: times, memory over time, and what becomes of it with more callers. */
final class LoadCharts {

  private static final double MEGABYTE = 1 << 20;

  private final Report report;
  private final List<String> names;
  private final List<String> loaded;

  LoadCharts(Report report) {
    this.report = report;
    this.names = Charts.names(report);
    this.loaded = names.stream().filter(name -> report.load().containsKey(name)).toList();
  }

  /** Returns the charts; those without any points are not for drawing. */
  List<Chart> all() {
    return List.of(times(), residentSet(), latencyByCallers(), throughputByCallers());
  }

  private Chart times() {
    return new Chart(
        "chart-load",
        "Latency with many callers",
        "Milliseconds from the intended start of a call to its answer, logarithmic.",
        Chart.Axis.logarithmic("ms"),
        Chart.Axis.names(loaded),
        List.of(
            marks("P50", 0, LoadOutcome::p50),
            marks("P99", 1, LoadOutcome::p99),
            marks("slowest", 2, LoadOutcome::max)),
        null);
  }

  private Chart.Series marks(String name, int colour, Function<LoadOutcome, Double> time) {
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < loaded.size(); i++) {
      Double millis = time.apply(report.load().get(loaded.get(i)));
      if (millis != null) {
        points.add(Chart.Point.of(millis, i));
      }
    }
    return new Chart.Series(name, colour, Chart.Kind.MARKS, points);
  }

  private Chart residentSet() {
    return new Chart(
        "chart-load-memory",
        "Resident set under load",
        "Megabytes of the calling process by seconds since the first call.",
        Chart.Axis.linear("s"),
        Chart.Axis.linear("MB"),
        loaded.stream()
            .map(
                name ->
                    new Chart.Series(
                        name,
                        names.indexOf(name),
                        Chart.Kind.LINE,
                        report.load().get(name).residentSet().stream()
                            .map(r -> Chart.Point.of(r.seconds(), r.bytes() / MEGABYTE))
                            .toList()))
            .toList(),
        null);
  }

  private Chart latencyByCallers() {
    List<Chart.Series> series = new ArrayList<>();
    for (String name : loaded) {
      series.add(steps(name, name + ", P99", Chart.Kind.SOLID, LoadStep::p99));
      series.add(steps(name, name + ", P50", Chart.Kind.DASHED, LoadStep::p50));
    }
    return new Chart(
        "chart-callers-latency",
        "Latency by number of callers",
        "Milliseconds from the intended start of a call to its answer by number of callers, both"
            + " axes logarithmic: median dashed, P99 solid where there are calls enough.",
        Chart.Axis.growing("callers", callers()),
        Chart.Axis.logarithmic("ms"),
        drawn(series),
        null);
  }

  private Chart throughputByCallers() {
    List<Chart.Series> series = new ArrayList<>();
    for (String name : loaded) {
      series.add(
          steps(name, name + ", done", Chart.Kind.SOLID, boxed(LoadStep::throughputPerSecond)));
      series.add(steps(name, name + ", asked", Chart.Kind.DASHED, boxed(LoadStep::ratePerSecond)));
    }
    return new Chart(
        "chart-callers-throughput",
        "Throughput by number of callers",
        "Calls a second by number of callers, both axes logarithmic: asked for dashed, done solid;"
            + " where they part the limit is reached.",
        Chart.Axis.growing("callers", callers()),
        Chart.Axis.logarithmic("calls/s"),
        drawn(series),
        null);
  }

  /** A name in the legend without a line would be looked for. */
  private static List<Chart.Series> drawn(List<Chart.Series> series) {
    return series.stream().filter(s -> !s.points().isEmpty()).toList();
  }

  private static Function<LoadStep, Double> boxed(ToDoubleFunction<LoadStep> number) {
    return number::applyAsDouble;
  }

  private List<Integer> callers() {
    return report.load().values().stream()
        .flatMap(outcome -> outcome.series().stream())
        .map(LoadStep::callers)
        .distinct()
        .sorted()
        .toList();
  }

  /** A logarithmic axis has no place for nothing. */
  private Chart.Series steps(
      String implementation, String name, Chart.Kind kind, Function<LoadStep, Double> number) {
    List<Chart.Point> points = new ArrayList<>();
    for (LoadStep step : report.load().get(implementation).series()) {
      Double value = number.apply(step);
      if (value != null && value > 0) {
        points.add(Chart.Point.of(step.callers(), value));
      }
    }
    return new Chart.Series(name, names.indexOf(implementation), kind, points);
  }
}
