package org.activitysummary.evaluation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.activitysummary.evaluation.baseline.Quantity;
import org.activitysummary.evaluation.derivation.Quantities;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.IndependentRatio;
import org.activitysummary.evaluation.tracking.Measure;
import org.activitysummary.evaluation.tracking.TrackedFigure;

/**
 * Two runs side by side.
 *
 * @param differences why absolute times are not compared; empty if they are
 * @param rows one for each figure that both runs have
 * @param onlyInOne what only one of them measured, a phrase each
 */
public record RunComparison(List<String> differences, List<Row> rows, List<String> onlyInOne) {

  /**
   * One figure in both runs.
   *
   * @param implementation its name
   * @param size rows of the user asked about
   * @param quantity what is compared
   * @param unit of first and second
   * @param first the first run's value
   * @param second the second run's
   * @param change second as a multiple of first; null if the first is 0
   * @param significant whether the difference is more than chance: true for counts that differ, for
   *     times if the interval excludes 1; null where nothing tells
   */
  public record Row(
      String implementation,
      int size,
      String quantity,
      String unit,
      double first,
      double second,
      IndependentRatio change,
      Boolean significant) {}

  /** Returns the comparison. */
  public static RunComparison of(Report first, Report second) {
    List<String> differences =
        Quantities.fingerprint(first).differencesTo(Quantities.fingerprint(second));
    List<Row> rows = new ArrayList<>();
    List<String> onlyInOne = new ArrayList<>();
    List<TrackedFigure> before = TrackedFigure.of(first);
    List<TrackedFigure> after = TrackedFigure.of(second);
    for (TrackedFigure figure : before) {
      Optional<TrackedFigure> other = after.stream().filter(figure::sameAs).findFirst();
      if (other.isEmpty()) {
        onlyInOne.add("only in the first: " + name(figure));
      } else if (!figure.measure().isTime() || differences.isEmpty()) {
        rows.add(row(figure, other.get(), first, second));
      }
    }
    after.stream()
        .filter(figure -> before.stream().noneMatch(figure::sameAs))
        .forEach(figure -> onlyInOne.add("only in the second: " + name(figure)));
    rows.addAll(ratios(Quantities.of(first), Quantities.of(second)));
    return new RunComparison(differences, rows, onlyInOne);
  }

  private static String name(TrackedFigure figure) {
    return figure.cell() + " " + figure.measure().id();
  }

  private static Row row(TrackedFigure before, TrackedFigure after, Report first, Report second) {
    IndependentRatio change = change(before, after, first, second);
    return new Row(
        before.implementation(),
        before.size(),
        before.measure().id(),
        before.measure().unit(),
        before.value(),
        after.value(),
        change,
        significant(before, after, change));
  }

  private static IndependentRatio change(
      TrackedFigure before, TrackedFigure after, Report first, Report second) {
    if (before.value() <= 0 || after.value() <= 0) {
      return null;
    }
    return before.measure() == Measure.LATENCY_P50
        ? IndependentRatio.between(
            IndependentRatio.Mean.of(medians(before, first)),
            IndependentRatio.Mean.of(medians(after, second)))
        : new IndependentRatio(after.value() / before.value(), null, null);
  }

  private static double[] medians(TrackedFigure figure, Report report) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(figure.implementation()))
        .filter(m -> m.size() == figure.size())
        .map(Measurement::latency)
        .flatMap(latency -> latency.rounds().stream())
        .mapToDouble(Latency.Round::p50)
        .toArray();
  }

  private static Boolean significant(
      TrackedFigure before, TrackedFigure after, IndependentRatio change) {
    if (change != null && change.low() != null) {
      return excludesOne(change);
    }
    boolean haveIntervals =
        before.low() != null
            && before.high() != null
            && after.low() != null
            && after.high() != null;
    if (haveIntervals) {
      return before.high() < after.low() || after.high() < before.low();
    }
    boolean counted = !before.measure().isTime() && before.measure() != Measure.PEAK_RSS;
    return counted ? Boolean.valueOf(before.value() != after.value()) : null;
  }

  private static boolean excludesOne(IndependentRatio change) {
    return change.low() > 1 || change.high() < 1;
  }

  private static List<Row> ratios(List<Quantity> first, List<Quantity> second) {
    List<Row> rows = new ArrayList<>();
    for (Quantity before : first) {
      second.stream()
          .filter(after -> before.isRatio() && after.sameAs(before))
          .forEach(after -> rows.add(ratio(before, after)));
    }
    return rows;
  }

  private static Row ratio(Quantity before, Quantity after) {
    IndependentRatio change = IndependentRatio.between(before.mean(), after.mean());
    return new Row(
        before.implementation(),
        before.size(),
        before.name(),
        before.unit(),
        before.value(),
        after.value(),
        change,
        change.low() == null ? null : Boolean.valueOf(excludesOne(change)));
  }
}
