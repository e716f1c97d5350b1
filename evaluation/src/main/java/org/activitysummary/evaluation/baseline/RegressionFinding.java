package org.activitysummary.evaluation.baseline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.activitysummary.evaluation.statistics.IndependentRatio;

/**
 * One quantity held against the baseline.
 *
 * @param implementation it is about
 * @param size rows of the user asked about; absent for a quantity of all sizes
 * @param quantity its name
 * @param outcome what became of it
 * @param unit of baseline and observed
 * @param baseline the baseline's value; absent if it has none
 * @param observed this run's value; absent if it was not measured
 * @param change observed as a multiple of the baseline; absent where that says nothing
 * @param low lower end of the 95 % interval of {@code change}, both runs' uncertainty combined;
 *     absent for counts
 * @param high upper end, likewise
 * @param sentence which quantity, how much, how sure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegressionFinding(
    String implementation,
    Integer size,
    String quantity,
    Outcome outcome,
    String unit,
    Double baseline,
    Double observed,
    Double change,
    Double low,
    Double high,
    String sentence) {

  /** Returns whether it is about a time, which a second draw may refute. */
  @JsonIgnore
  public boolean isTime() {
    return quantity.startsWith(Quantity.RATIO);
  }

  static RegressionFinding without(
      Quantity quantity, Outcome outcome, Double baseline, Double observed, String sentence) {
    return new RegressionFinding(
        quantity.implementation(),
        quantity.size(),
        quantity.name(),
        outcome,
        quantity.unit(),
        baseline,
        observed,
        null,
        null,
        null,
        quantity.subject() + ": " + sentence);
  }

  static RegressionFinding compared(
      Quantity baseline, Quantity run, Outcome outcome, IndependentRatio change, String sentence) {
    return new RegressionFinding(
        run.implementation(),
        run.size(),
        run.name(),
        outcome,
        run.unit(),
        baseline.value(),
        run.value(),
        change.factor(),
        change.low(),
        change.high(),
        run.subject() + ": " + sentence);
  }
}
