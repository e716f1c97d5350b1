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
}
