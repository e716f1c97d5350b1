package org.activitysummary.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UserActivitySummaryTest {

  @Test
  void equalsByValueWhateverTheScaleOfTheTotal() {
    UserActivitySummary one = new UserActivitySummary(1, 2, 3, new BigDecimal("1.0"));
    UserActivitySummary other = new UserActivitySummary(1, 2, 3, new BigDecimal("1.00"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void differsWhenAnyComponentDiffers() {
    UserActivitySummary summary = new UserActivitySummary(1, 2, 3, BigDecimal.TEN);

    assertThat(summary)
        .isNotEqualTo(new UserActivitySummary(0, 2, 3, BigDecimal.TEN))
        .isNotEqualTo(new UserActivitySummary(1, 0, 3, BigDecimal.TEN))
        .isNotEqualTo(new UserActivitySummary(1, 2, 0, BigDecimal.TEN))
        .isNotEqualTo(new UserActivitySummary(1, 2, 3, new BigDecimal("10.01")));
  }

  @Test
  void refusesANegativeCount() {
    assertThatThrownBy(() -> new UserActivitySummary(0, -1, 0, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("view must be at least 0 but is -1");
  }

  @Test
  void refusesAMissingTotal() {
    assertThatNullPointerException().isThrownBy(() -> new UserActivitySummary(0, 0, 0, null));
  }

  @Test
  void printsLargeTotalsWithoutAnExponent() {
    assertThat(new UserActivitySummary(0, 0, 1, new BigDecimal("1E+3")))
        .hasToString("click=0 view=0 purchase=1 totalValue=1000");
  }

  @Test
  void namesTheUserAndTheCauseOfAFailure() {
    assertThat(new UserActivityException(-7, new IllegalStateException("pool closed")))
        .hasMessage("No activity summary for user -7: pool closed")
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
