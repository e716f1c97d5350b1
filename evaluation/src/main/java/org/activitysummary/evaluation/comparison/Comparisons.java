package org.activitysummary.evaluation.comparison;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.statistics.Holm;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.PairedRatio;
import org.activitysummary.evaluation.statistics.RatioEstimate;
import org.activitysummary.evaluation.statistics.RoundQuantity;
import org.activitysummary.evaluation.statistics.TrimmedT;

/** Compares what ran in the same rounds. */
public final class Comparisons {

  private static final double CONFIDENCE = 0.95;

  private static final Map<String, RoundQuantity> OF_ROUND =
      Map.of(
          Comparison.LATENCY_P50, RoundQuantity.MEDIAN, Comparison.LATENCY_P99, RoundQuantity.P99);

  private final Map<Cell, List<LatencySample>> rounds;
  private final List<Measurement> measurements;
  private final PairedRatio pairedRatio = new PairedRatio(new TrimmedT(), CONFIDENCE);

  /**
   * Prepares to compare.
   *
   * @param forks of the latency stage, in the order they ran
   * @param measurements for quantities without rounds
   */
  public Comparisons(List<ForkResult> forks, List<Measurement> measurements) {
    this.rounds =
        forks.stream()
            .collect(
                Collectors.groupingBy(
                    ForkResult::cell,
                    Collectors.mapping(
                        fork -> LatencySample.of(fork.nanos()), Collectors.toList())));
    this.measurements = List.copyOf(measurements);
  }

  /**
   * Returns every comparison of one implementation with another, by size.
   *
   * @param subject name of the implementation in the numerator
   * @param reference name of the one in the denominator
   */
  public List<Comparison> of(String subject, String reference) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int size : sizes()) {
      comparisons.addAll(
          latency(
              Arm.turn(subject),
              Arm.turn(reference),
              Arm.first(subject),
              Arm.first(reference),
              size));
      comparisons.addAll(memory(subject, reference, size));
    }
    return comparisons;
  }

  /** Returns the comparisons of an implementation with itself, which show the noise of the run. */
  public List<Comparison> withItself(String implementation) {
    Arm again = Arm.again(implementation);
    Arm first = Arm.first(implementation);
    return sizes().stream()
        .map(
            size ->
                latency(
                    Arm.turnAgain(implementation), Arm.turn(implementation), again, first, size))
        .flatMap(List::stream)
        .toList();
  }

  private List<Integer> sizes() {
    return rounds.keySet().stream().map(Cell::size).distinct().sorted().toList();
  }

  /** Medians in turns, or alone where nobody took turns, as in older programs; tails alone. */
  private List<Comparison> latency(
      Arm subjectInTurns, Arm referenceInTurns, Arm subject, Arm reference, int size) {
    return Stream.of(
            compared(subjectInTurns, referenceInTurns, size, Comparison.LATENCY_P50)
                .or(() -> compared(subject, reference, size, Comparison.LATENCY_P50)),
            compared(subject, reference, size, Comparison.LATENCY_P99))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Comparison> compared(Arm subject, Arm reference, int size, String quantity) {
    List<LatencySample> ofSubject = rounds.get(new Cell(subject, size));
    List<LatencySample> ofReference = rounds.get(new Cell(reference, size));
    return ofSubject == null || ofReference == null
        ? Optional.empty()
        : Optional.of(
            comparison(
                quantity,
                size,
                subject,
                reference,
                pairedRatio.compare(ofSubject, ofReference, OF_ROUND.get(quantity))));
  }

  private static Comparison comparison(
      String quantity, int size, Arm subject, Arm reference, RatioEstimate estimate) {
    return new Comparison(
        quantity,
        size,
        subject.toString(),
        reference.toString(),
        estimate.ratio(),
        estimate.low(),
        estimate.high(),
        estimate.rounds(),
        estimate.minimumDetectableEffect(),
        estimate.pValue(),
        estimate.reason());
  }

  private List<Comparison> memory(String subject, String reference, int size) {
    Long ofSubject = peak(subject, size);
    Long ofReference = peak(reference, size);
    if (ofSubject == null || ofReference == null) {
      return List.of();
    }
    return List.of(
        new Comparison(
            Comparison.MEMORY_PEAK,
            size,
            subject,
            reference,
            (double) ofSubject / ofReference,
            null,
            null,
            0,
            null,
            null,
            "peaks are not paired by round; the measurements list every one"));
  }

  private Long peak(String implementation, int size) {
    return measurements.stream()
        .filter(m -> m.implementation().equals(implementation) && m.size() == size)
        .map(Measurement::memory)
        .filter(Objects::nonNull)
        .map(Memory::peakRss)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the same comparisons with their p-values corrected for their number (Holm's step-down),
   * so that one of many does not stand out by chance.
   */
  public static List<Comparison> corrected(List<Comparison> comparisons) {
    List<Comparison> tested = comparisons.stream().filter(c -> c.pValue() != null).toList();
    List<Double> adjusted = Holm.adjust(tested.stream().map(Comparison::pValue).toList());
    Map<Comparison, Double> byComparison = new IdentityHashMap<>();
    for (int i = 0; i < tested.size(); i++) {
      byComparison.put(tested.get(i), adjusted.get(i));
    }
    return comparisons.stream().map(c -> c.withPValue(byComparison.get(c))).toList();
  }
}
