package org.activitysummary.testbed.dataset;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.activitysummary.contract.UserActivitySummary;
import org.junit.jupiter.api.Test;

class SeededUserTest {

  @Test
  void refusesMoreEventsThanRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeededUser(5, 1, 5, 6, UserActivitySummary.ZERO))
        .withMessage("distinctEvents must be at most rows = 5 but is 6");
  }

  @Test
  void refusesANegativeSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeededUser(-1, 1, 0, 0, UserActivitySummary.ZERO))
        .withMessageStartingWith("size, rows and distinctEvents must be at least 0 but are -1");
  }
}
