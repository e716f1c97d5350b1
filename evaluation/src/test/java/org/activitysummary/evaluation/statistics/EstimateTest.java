package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void refusesAnIntervalThatMissesItsValue() {
    assertThatThrownBy(() -> new Estimate(5L, 6L, 7L, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interval runs low <= value <= high, found 6 above 5");
    assertThatThrownBy(() -> new RealEstimate(9.0, 6.0, 7.0, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interval runs low <= value <= high, found 9.0 above 7.0");
  }

  @Test
  void refusesAGapWithoutAReason() {
    assertThatThrownBy(() -> new Estimate(5L, 4L, null, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a missing number needs a reason, found none");
    assertThatNullPointerException().isThrownBy(() -> Estimate.absent(null)).withMessage("reason");
  }

  @Test
  void refusesAReasonWithoutAGap() {
    assertThatThrownBy(() -> new RealEstimate(5.0, 4.0, 6.0, "too few"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing is missing, yet there is a reason: too few");
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatThrownBy(() -> new RealEstimate(Double.NaN, 4.0, 6.0, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must be a finite number or null, found NaN");
    assertThatThrownBy(() -> RealEstimate.around(1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low must be a finite number or null, found -Infinity");
  }

  @Test
  void keepsAValueWhoseUncertaintyIsUnknown() {
    assertThat(RealEstimate.withoutInterval(2, "one round"))
        .isEqualTo(new RealEstimate(2.0, null, null, "one round"));
  }

  @Test
  void refusesAnIntervalInDisorderThoughAnEndOrTheValueIsMissing() {
    assertThatThrownBy(() -> new Estimate(5L, 6L, null, "few"))
        .hasMessageEndingWith("found 6 above 5");
    assertThatThrownBy(() -> new Estimate(5L, null, 4L, "few"))
        .hasMessageEndingWith("found 5 above 4");
    assertThatThrownBy(() -> new Estimate(null, 6L, 4L, "few"))
        .hasMessageEndingWith("found 6 above 4");
    assertThatThrownBy(() -> new RealEstimate(5.0, 6.0, null, "few"))
        .hasMessageEndingWith("found 6.0 above 5.0");
    assertThatThrownBy(() -> new RealEstimate(5.0, null, 4.0, "few"))
        .hasMessageEndingWith("found 5.0 above 4.0");
    assertThatThrownBy(() -> new RealEstimate(null, 6.0, 4.0, "few"))
        .hasMessageEndingWith("found 6.0 above 4.0");
    assertThatThrownBy(() -> new RealEstimate(5.0, 4.0, Double.POSITIVE_INFINITY, null))
        .hasMessage("high must be a finite number or null, found Infinity");
  }

  private static RatioEstimate ratio(Double low, Double high, String reason) {
    return new RatioEstimate(1.0, low, high, 5, 0.1, 0.5, 0.1, 1e6, reason);
  }

  @Test
  void holdsARatioToTheSameRules() {
    assertThatThrownBy(() -> ratio(0.9, null, null))
        .hasMessage("a missing number needs a reason, found none");
    assertThatThrownBy(() -> ratio(1.1, 1.2, null)).hasMessageEndingWith("found 1.1 above 1.0");
    assertThatThrownBy(() -> ratio(0.8, 0.9, null)).hasMessageEndingWith("found 1.0 above 0.9");
    assertThat(ratio(0.9, null, "open").hasInterval()).isFalse();
    assertThat(ratio(null, 1.1, "open").hasInterval()).isFalse();
  }

  @Test
  void takesConfidenceStrictlyBetweenNothingAndCertainty() {
    assertThatThrownBy(() -> Interval.requireConfidence(0)).hasMessageEndingWith("found 0.0");
    assertThatThrownBy(() -> Interval.requireConfidence(1)).hasMessageEndingWith("found 1.0");
  }
}
