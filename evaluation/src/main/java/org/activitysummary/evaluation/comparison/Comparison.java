package org.activitysummary.evaluation.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.activitysummary.evaluation.latency.Arm;

/**
 * One quantity of one implementation relative to another's, measured in the same run.
 *
 * @param quantity such as {@code latency.p50} or {@code memory.peakRss}
 * @param size rows of the seeded user
 * @param subject the implementation in the numerator
 * @param reference the implementation in the denominator
 * @param ratio subject divided by reference, below 1 where the subject needs less; null if unknown
 * @param low lower end of the two-sided 95 % interval; null if unknown
 * @param high upper end; null if unknown
 * @param rounds paired rounds, or forks with turns, that the interval rests on; 0 for quantities
 *     measured once
 * @param minimumDetectableEffect smallest relative change that these rounds would have shown with
 *     80 % power; null if unknown
 * @param pValue of "there is no difference", after Holm's correction over all comparisons of the
 *     run; null if unknown
 * @param reason why something is missing; null when nothing is
 */
public record Comparison(
    String quantity,
    int size,
    String subject,
    String reference,
    Double ratio,
    Double low,
    Double high,
    int rounds,
    Double minimumDetectableEffect,
    Double pValue,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** Median latency in turns, fork by fork. */
  public static final String LATENCY_P50 = "latency.p50";

  /** Tail latency in forks of their own, round by round. */
  public static final String LATENCY_P99 = "latency.p99";

  /** Highest resident set of the calling process. */
  public static final String MEMORY_PEAK = "memory.peakRss";

  Comparison withPValue(Double corrected) {
    return new Comparison(
        quantity,
        size,
        subject,
        reference,
        ratio,
        low,
        high,
        rounds,
        minimumDetectableEffect,
        corrected,
        reason);
  }

  /** Returns whether an implementation is compared with itself, to show the noise of the run. */
  @JsonIgnore
  public boolean isControl() {
    return subject.equals(Arm.again(reference).toString());
  }
}
