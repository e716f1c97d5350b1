package org.activitysummary.evaluation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.baseline.Quantity;
import org.activitysummary.evaluation.derivation.Quantities;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.ChangePoints;
import org.activitysummary.evaluation.statistics.ChangePoints.ChangePoint;
import org.activitysummary.evaluation.tracking.TrackedFigure;

/**
 * One figure over the runs that have it.
 *
 * @param implementation its name
 * @param size rows of the user asked about
 * @param quantity what was measured
 * @param unit of the values
 * @param time whether it depends on how fast the machine is, so that only runs of equal
 *     surroundings can be compared
 * @param runs numbers of the runs, counted from 0
 * @param points the values, with their intervals where they have one
 * @param changes where the level changed; {@code index} counts in this trend's own points
 */
public record Trend(
    String implementation,
    int size,
    String quantity,
    String unit,
    boolean time,
    List<Integer> runs,
    List<Point> points,
    List<ChangePoint> changes) {

  /**
   * A value.
   *
   * @param value in the unit of the trend
   * @param low lower end of its interval; null if it has none
   * @param high upper end, likewise
   */
  public record Point(double value, Double low, Double high) {}

  /** Returns the trends of the reports, which are in the order of time. */
  static List<Trend> of(List<Report> reports) {
    Map<String, Trend> trends = new LinkedHashMap<>();
    for (int run = 0; run < reports.size(); run++) {
      Report report = reports.get(run);
      for (TrackedFigure f : TrackedFigure.of(report)) {
        add(
            trends,
            run,
            new Trend(
                f.implementation(),
                f.size(),
                f.measure().id(),
                f.measure().unit(),
                f.measure().isTime(),
                List.of(),
                List.of(new Point(f.value(), f.low(), f.high())),
                List.of()));
      }
      for (Quantity q : Quantities.of(report).stream().filter(Quantity::isRatio).toList()) {
        add(
            trends,
            run,
            new Trend(
                q.implementation(),
                q.size(),
                q.name(),
                q.unit(),
                false,
                List.of(),
                List.of(new Point(q.value(), q.low(), q.high())),
                List.of()));
      }
    }
    return trends.values().stream().map(trend -> trend.withChanges(reports)).toList();
  }

  private static void add(Map<String, Trend> trends, int run, Trend one) {
    String key = "%s/%d/%s".formatted(one.implementation, one.size, one.quantity);
    Trend known = trends.get(key);
    List<Integer> runs = new ArrayList<>(known == null ? List.of() : known.runs);
    List<Point> points = new ArrayList<>(known == null ? List.of() : known.points);
    runs.add(run);
    points.addAll(one.points);
    trends.put(key, one.with(runs, points, List.of()));
  }

  private Trend with(List<Integer> newRuns, List<Point> newPoints, List<ChangePoint> found) {
    return new Trend(
        implementation, size, quantity, unit, time, newRuns, newPoints, List.copyOf(found));
  }

  /** Times are looked at only where every run had the same surroundings. */
  private Trend withChanges(List<Report> reports) {
    boolean comparable =
        !time
            || runs.stream().map(r -> Quantities.fingerprint(reports.get(r))).distinct().count()
                == 1;
    boolean positive = points.stream().allMatch(p -> p.value() > 0);
    return comparable && positive
        ? with(runs, points, ChangePoints.of(points.stream().mapToDouble(Point::value).toArray()))
        : this;
  }
}
