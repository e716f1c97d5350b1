package org.activitysummary.evaluation.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.baseline.CountedQuantity;
import org.activitysummary.evaluation.baseline.Fingerprint;
import org.activitysummary.evaluation.baseline.Quantity;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.report.Report;

/** The numbers of a report that a baseline holds. */
public final class Quantities {

  private static final String GROWTH_CHECK = "scalability";

  private final Report report;
  private final Set<String> judged;

  private Quantities(Report report) {
    this.report = report;
    this.judged =
        report.checks().stream().map(CheckResult::implementation).collect(Collectors.toSet());
  }

  /** Returns what two runs must share for their times to be compared. */
  public static Fingerprint fingerprint(Report report) {
    Environment environment = report.environment();
    return new Fingerprint(
        environment.cpu(),
        environment.cores(),
        environment.jvm(),
        environment.postgres().version(),
        report.dataset().fingerprint(),
        report.run().profile(),
        environment.jvmFlags());
  }

  /** Returns the quantities of the implementations that are judged. */
  public static List<Quantity> of(Report report) {
    Quantities quantities = new Quantities(report);
    List<Quantity> all = new ArrayList<>();
    report.measurements().stream()
        .filter(m -> quantities.judged.contains(m.implementation()))
        .forEach(m -> all.addAll(counted(m)));
    all.addAll(quantities.ratios(report.comparisons()));
    report.checks().stream()
        .filter(c -> c.id().equals(GROWTH_CHECK) && c.observed() != null)
        .filter(c -> !c.implementation().equals(Evidence.REFERENCE))
        .map(c -> counted(c.implementation(), null, CountedQuantity.MEMORY_GROWTH, c.observed()))
        .forEach(all::add);
    quantities.judged.stream()
        .sorted()
        .filter(report.conformance()::containsKey)
        .forEach(name -> all.addAll(answers(name, report.conformance().get(name))));
    return all;
  }

  /** Returns the ratios of times among other comparisons of the same run. */
  static List<Quantity> ratios(Report report, List<Comparison> comparisons) {
    return new Quantities(report).ratios(comparisons);
  }

  private static Quantity counted(
      String implementation, Integer size, CountedQuantity counted, double value) {
    return Quantity.counted(implementation, size, counted, value);
  }

  private static List<Quantity> counted(Measurement m) {
    List<Quantity> quantities = new ArrayList<>();
    if (m.network() != null) {
      add(quantities, m, CountedQuantity.ROWS, m.network().rowsPerCall());
      add(quantities, m, CountedQuantity.STATEMENTS, m.network().statementsPerCall());
      add(quantities, m, CountedQuantity.BYTES_RECEIVED, m.network().bytesReceivedPerCall());
      add(quantities, m, CountedQuantity.BYTES_SENT, m.network().bytesSentPerCall());
    }
    if (m.server() != null) {
      add(quantities, m, CountedQuantity.TEMP_BYTES, m.server().tempBytes());
    }
    return quantities;
  }

  private static void add(
      List<Quantity> quantities, Measurement m, CountedQuantity counted, Double value) {
    if (value != null) {
      quantities.add(counted(m.implementation(), m.size(), counted, value));
    }
  }

  private List<Quantity> ratios(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(c -> c.quantity().equals(Comparison.LATENCY_P50) && c.ratio() != null)
        .filter(c -> judged.contains(c.subject()) && isYardstick(c.reference()))
        .map(this::ratio)
        .toList();
  }

  /** {@code before}, and the floor where it was measured. */
  private boolean isYardstick(String name) {
    return name.equals(Evidence.REFERENCE)
        || report.implementations().stream()
            .anyMatch(i -> i.name().equals(name) && i.kind().equals(Kind.REFERENCE.label()));
  }

  private Quantity ratio(Comparison c) {
    return new Quantity(
        c.subject(),
        c.size(),
        Quantity.RATIO + c.reference(),
        c.ratio(),
        "x",
        c.low(),
        c.high(),
        c.rounds(),
        level(c).orElse(null));
  }

  private Optional<Double> level(Comparison c) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(c.subject()) && m.size() == c.size())
        .filter(m -> m.latency() != null)
        .map(m -> m.latency().p50().value())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Freshness is asked about in some forks as well, and not in the same number of each run. */
  private static List<Quantity> answers(String implementation, Conformance conformance) {
    Map<CountedQuantity, Integer> counts =
        Map.of(
            CountedQuantity.WRONG_ANSWERS,
            conformance.tallies().mapToInt(t -> t.asked() - t.right()).sum(),
            CountedQuantity.ASKED,
            conformance.tallies().mapToInt(Tally::asked).sum() - conformance.freshness().asked());
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> counted(implementation, null, e.getKey(), e.getValue()))
        .toList();
  }
}
