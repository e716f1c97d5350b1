package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.report.Block;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** The charts of a report. */
final class Charts {

  private static final double MEGABYTE = 1 << 20;

  private final Report report;
  private final List<String> names;
  private final List<Integer> sizes;

  /**
   * Prepares the charts of a report; the reference comes first, so it has one colour everywhere.
   */
  Charts(Report report) {
    this.report = report;
    this.names = names(report);
    this.sizes = report.measurements().stream().map(Measurement::size).distinct().sorted().toList();
  }

  /** Returns the implementations in the order of their colours. */
  static List<String> names(Report report) {
    return report.implementations().stream()
        .map(Report.ImplementationBlock::name)
        .sorted(Comparator.comparing(name -> !name.equals(Evidence.REFERENCE)))
        .toList();
  }

  /** Returns median and tail latency by size. */
  List<Chart> latency() {
    return List.of(
        percentile("chart-p50", "Median latency (P50)", Latency::p50, null),
        percentile("chart-p99", "Tail latency (P99)", Latency::p99, latencyLimit("y")));
  }

  private Chart percentile(
      String id, String title, Function<Latency, Figure> percentile, Chart.Limit limit) {
    return new Chart(
        id,
        title,
        title
            + " in milliseconds by number of events, both axes logarithmic; bands are 95 % intervals.",
        Chart.Axis.sizes(sizes),
        Chart.Axis.logarithmic("ms"),
        names.stream()
            .map(name -> series(name, name, Chart.Kind.SOLID, m -> point(m, percentile)))
            .toList(),
        limit);
  }

  private static Chart.Point point(Measurement m, Function<Latency, Figure> percentile) {
    Figure figure = Block.part(m.latency(), percentile);
    return figure == null || figure.value() == null
        ? null
        : new Chart.Point(m.size(), figure.value(), figure.low(), figure.high());
  }

  private Chart.Limit latencyLimit(String axis) {
    return report.measurements().stream()
        .map(m -> Block.part(m.latency(), Latency::limit))
        .filter(limit -> limit != null)
        .findFirst()
        .map(ms -> new Chart.Limit(axis, ms, "limit for P99, " + NumberText.of(ms) + " ms"))
        .orElse(null);
  }

  /** Returns the distribution of all calls, a chart for each size. */
  List<Chart> distributions() {
    return sizes.stream().map(this::distribution).toList();
  }

  private Chart distribution(int size) {
    List<Chart.Series> series = new ArrayList<>();
    for (Measurement m : report.measurements()) {
      if (m.size() == size && names.contains(m.implementation())) {
        List<Chart.Point> points = Distribution.of(Block.part(m.latency(), Latency::histogram));
        series.add(
            new Chart.Series(
                m.implementation(), colour(m.implementation()), Chart.Kind.STEPS, points));
      }
    }
    String events = NumberText.count(size) + " events";
    return new Chart(
        "chart-distribution-" + size,
        events,
        "Share of calls that were answered within a time, for a user with " + events + ".",
        Chart.Axis.logarithmic("ms"),
        Chart.Axis.linear("share of calls"),
        series,
        latencyLimit("x"));
  }

  /** Returns resident set sizes of the calling process by size. */
  List<Chart> memory() {
    List<Chart.Series> series = new ArrayList<>();
    for (String name : names) {
      series.add(
          series(
              name,
              name + ", peak",
              Chart.Kind.SOLID,
              m -> megabytes(m, Block.part(m.memory(), Memory::peakRss))));
      series.add(
          series(
              name,
              name + ", idle",
              Chart.Kind.DASHED,
              m -> megabytes(m, Block.part(m.memory(), Memory::idleRss))));
    }
    return List.of(
        new Chart(
            "chart-memory",
            "Resident set of the calling process",
            "Megabytes by number of events: idle (dashed) and at its peak (solid).",
            Chart.Axis.sizes(sizes),
            Chart.Axis.linear("MB"),
            series,
            memoryLimit("memory-footprint", "limit for the peak")),
        new Chart(
            "chart-growth",
            "Peak above idle",
            "Megabytes that the calls add to the idle process, by number of events, both axes logarithmic.",
            Chart.Axis.sizes(sizes),
            Chart.Axis.logarithmic("MB"),
            names.stream()
                .map(name -> series(name, name, Chart.Kind.SOLID, Charts::growth))
                .toList(),
            memoryLimit("scalability", "limit for the growth")));
  }

  /** A logarithmic axis has no place for a peak that does not exceed idle. */
  private static Chart.Point growth(Measurement m) {
    Long bytes = Block.part(m.memory(), Memory::deltaRss);
    return bytes == null || bytes <= 0 ? null : megabytes(m, bytes);
  }

  private static Chart.Point megabytes(Measurement m, Long bytes) {
    return bytes == null ? null : Chart.Point.of(m.size(), bytes / MEGABYTE);
  }

  private Chart.Limit memoryLimit(String check, String name) {
    return report.checks().stream()
        .filter(c -> c.id().equals(check) && c.limit() != null && "bytes".equals(c.unit()))
        .findFirst()
        .map(c -> c.limit() / MEGABYTE)
        .map(mb -> new Chart.Limit("y", mb, "%s, %s MB".formatted(name, NumberText.of(mb))))
        .orElse(null);
  }

  /** Returns what crosses the wire by size. */
  List<Chart> network() {
    return List.of(
        new Chart(
            "chart-network",
            "Bytes received for one call",
            "Bytes read from the socket for one call by number of events, both axes logarithmic.",
            Chart.Axis.sizes(sizes),
            Chart.Axis.logarithmic("bytes"),
            names.stream()
                .map(name -> series(name, name, Chart.Kind.SOLID, Charts::bytesReceived))
                .toList(),
            null));
  }

  private static Chart.Point bytesReceived(Measurement m) {
    Double bytes = Block.part(m.network(), Network::bytesReceivedPerCall);
    return bytes == null ? null : Chart.Point.of(m.size(), bytes);
  }

  private Chart.Series series(
      String implementation,
      String name,
      Chart.Kind kind,
      Function<Measurement, Chart.Point> point) {
    List<Chart.Point> points =
        report.measurements().stream()
            .filter(m -> m.implementation().equals(implementation))
            .map(point)
            .filter(p -> p != null)
            .sorted((a, b) -> Double.compare(a.x(), b.x()))
            .toList();
    return new Chart.Series(name, colour(implementation), kind, points);
  }

  private int colour(String implementation) {
    return Math.max(0, names.indexOf(implementation));
  }
}
