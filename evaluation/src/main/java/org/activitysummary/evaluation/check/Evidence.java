package org.activitysummary.evaluation.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.RunNoise;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.measurement.Measurement;

/**
 * All that a run measured, for the checks to judge; what is absent was not measured.
 *
 * @param sizes rows of the seeded users that were measured, ascending
 * @param conformance by implementation
 * @param measurements of every implementation at every size
 * @param comparisons of implementations
 * @param schema what the schema guard saw, by implementation
 * @param setup whether the dataset could be set up twice alike and was left as it was
 * @param load by implementation
 * @param noise how quiet the machine was; null if nothing was timed
 * @param breakdowns how implementations broke down while they were measured, by implementation
 */
public record Evidence(
    List<Integer> sizes,
    Map<String, Conformance> conformance,
    List<Measurement> measurements,
    List<Comparison> comparisons,
    Map<String, SchemaWatch> schema,
    SetupTeardown setup,
    Map<String, LoadOutcome> load,
    RunNoise noise,
    Map<String, String> breakdowns) {

  /** The implementation that others are compared with. */
  public static final String REFERENCE = "before";

  /** Events of the smallest user about whom an implementation must be faster than the reference. */
  public static final int COMPARED_FROM = 10_000;

  /** Keeps copies. */
  public Evidence {
    sizes = sizes.stream().sorted().toList();
    conformance = Map.copyOf(conformance);
    measurements = List.copyOf(measurements);
    comparisons = List.copyOf(comparisons);
    schema = Map.copyOf(schema);
    load = Map.copyOf(load);
    breakdowns = Map.copyOf(breakdowns);
  }

  /** Evidence of a run in which nothing broke down. */
  public Evidence(
      List<Integer> sizes,
      Map<String, Conformance> conformance,
      List<Measurement> measurements,
      List<Comparison> comparisons,
      Map<String, SchemaWatch> schema,
      SetupTeardown setup,
      Map<String, LoadOutcome> load,
      RunNoise noise) {
    this(sizes, conformance, measurements, comparisons, schema, setup, load, noise, Map.of());
  }

  /** Returns the measurements of an implementation by ascending size. */
  List<Measurement> of(String implementation) {
    return measurements.stream()
        .filter(measurement -> measurement.implementation().equals(implementation))
        .sorted(Comparator.comparing(Measurement::size))
        .toList();
  }

  /** Returns the measurement at the largest size; empty if that size was not measured. */
  Optional<Measurement> atLargest(String implementation) {
    return of(implementation).stream().filter(m -> m.size() == largest()).findFirst();
  }

  int largest() {
    return sizes.get(sizes.size() - 1);
  }

  /** Returns how one implementation compares with another. */
  Optional<Comparison> comparison(
      String quantity, int size, String implementation, String reference) {
    return comparisons.stream()
        .filter(comparison -> comparison.quantity().equals(quantity))
        .filter(comparison -> comparison.size() == size)
        .filter(comparison -> comparison.subject().equals(implementation))
        .filter(comparison -> comparison.reference().equals(reference))
        .findFirst();
  }
}
