package org.activitysummary.evaluation.baseline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Objects;
import org.activitysummary.evaluation.statistics.IndependentRatio;

/**
 * One number of a run that a later run is held against.
 *
 * @param implementation it is about
 * @param size rows of the user asked about; null if it is about all sizes
 * @param name as in {@link CountedQuantity}, or {@link #RATIO} and the name of the reference
 * @param value in the unit; a ratio is the median relative to the reference's in the same run
 * @param unit {@code rows}, {@code bytes} and so on; {@code x} for a ratio
 * @param low lower end of a ratio's 95 % interval; null for counts, and where there is none
 * @param high upper end, likewise
 * @param rounds behind the interval; null for counts
 * @param levelMillis the median itself, for reading: never compared with another run's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quantity(
    String implementation,
    Integer size,
    String name,
    double value,
    String unit,
    Double low,
    Double high,
    Integer rounds,
    Double levelMillis) {

  private static final double CONFIDENCE = 0.95;

  /** How the names of ratios of medians begin; the reference's name follows. */
  public static final String RATIO = "latency.p50/";

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the value is not finite, or a ratio not above 0
   */
  public Quantity {
    if (!Double.isFinite(value) || (name.startsWith(RATIO) && value <= 0)) {
      throw new IllegalArgumentException(
          "a value is a finite number, a ratio above 0, found %s for %s".formatted(value, name));
    }
  }

  /** Returns a number that was counted. */
  public static Quantity counted(
      String implementation, Integer size, CountedQuantity counted, double value) {
    return new Quantity(
        implementation, size, counted.id(), value, counted.unit(), null, null, null, null);
  }

  /** Returns whether it is a ratio of times, which has an uncertainty. */
  @JsonIgnore
  public boolean isRatio() {
    return name.startsWith(RATIO);
  }

  /** Returns a ratio as the mean of logarithms that it is. */
  public IndependentRatio.Mean mean() {
    return IndependentRatio.Mean.ofInterval(
        value, low, high, rounds == null ? 0 : rounds, CONFIDENCE);
  }

  /** Returns whether both are the same quantity, whatever their numbers. */
  public boolean sameAs(Quantity other) {
    return isAbout(other.implementation, other.size, other.name);
  }

  boolean isAbout(String otherImplementation, Integer otherSize, String otherName) {
    return implementation.equals(otherImplementation)
        && Objects.equals(size, otherSize)
        && name.equals(otherName);
  }

  /** Returns what it is about, such as {@code after at 10,000 events, network.rowsPerCall}. */
  String subject() {
    return size == null
        ? "%s, %s".formatted(implementation, name)
        : String.format(Locale.ROOT, "%s at %,d events, %s", implementation, size, name);
  }

  /** Returns the same about an implementation of another name. */
  Quantity of(String otherImplementation) {
    return new Quantity(
        otherImplementation, size, name, value, unit, low, high, rounds, levelMillis);
  }
}
