package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.report.Block;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.LatencySample;

/** The comparison with the reference, fork by fork: a machine that drifts bends the line. */
final class RoundCharts {

  private final Report report;
  private final List<String> names;

  RoundCharts(Report report) {
    this.report = report;
    this.names = Charts.names(report);
  }

  /** Returns ratios of median latencies in turns, a chart for each size. */
  List<Chart> ratios() {
    return report.measurements().stream()
        .map(Measurement::size)
        .distinct()
        .sorted()
        .map(this::ratios)
        .toList();
  }

  private Chart ratios(int size) {
    Map<Integer, Double> reference = medians(Evidence.REFERENCE, size);
    List<Chart.Series> series = new ArrayList<>();
    for (String name : names) {
      if (!name.equals(Evidence.REFERENCE)) {
        List<Chart.Point> points = ratios(medians(name, size), reference);
        series.add(new Chart.Series(name, names.indexOf(name), Chart.Kind.SOLID, points));
      }
    }
    String events = NumberText.count(size) + " events";
    return new Chart(
        "chart-rounds-" + size,
        events,
        "Median latency relative to that of %s in the same fork, fork by fork, for a user with %s."
            .formatted(Evidence.REFERENCE, events),
        Chart.Axis.counted("fork", List.copyOf(reference.keySet())),
        Chart.Axis.close("ratio to " + Evidence.REFERENCE),
        series,
        null);
  }

  private static List<Chart.Point> ratios(
      Map<Integer, Double> subject, Map<Integer, Double> reference) {
    return subject.entrySet().stream()
        .filter(round -> reference.getOrDefault(round.getKey(), 0.0) > 0)
        .map(
            round ->
                Chart.Point.of(round.getKey(), round.getValue() / reference.get(round.getKey())))
        .toList();
  }

  /** Of forks with turns, by their number; by round in reports of programs that had none. */
  private Map<Integer, Double> medians(String name, int size) {
    Map<Integer, Double> inTurns = inTurns(new Cell(Arm.turn(name), size));
    return inTurns.isEmpty() ? inRounds(name, size) : inTurns;
  }

  private Map<Integer, Double> inTurns(Cell cell) {
    Map<Integer, Double> medians = new TreeMap<>();
    if (report.recording() != null) {
      report.recording().draw(RecordedFork.FIRST_DRAW).stream()
          .filter(fork -> fork.cell().equals(cell))
          .forEach(f -> medians.put(f.round(), LatencySample.of(f.nanos()).median()));
    }
    return medians;
  }

  private Map<Integer, Double> inRounds(String name, int size) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(name) && m.size() == size)
        .map(m -> Block.part(m.latency(), Latency::rounds))
        .filter(rounds -> rounds != null)
        .flatMap(List::stream)
        .collect(
            Collectors.toMap(
                Latency.Round::round, Latency.Round::p50, (first, second) -> first, TreeMap::new));
  }
}
