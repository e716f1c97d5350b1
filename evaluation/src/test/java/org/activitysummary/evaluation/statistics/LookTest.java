package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.activitysummary.evaluation.statistics.LookPlanDesign.Spending;
import org.junit.jupiter.api.Test;

class LookTest {

  @Test
  void decidesExactlyAtItsBounds() {
    Look look = new Look(100, 2, 5);

    assertThat(look.decide(2)).isEqualTo(Decision.PASS);
    assertThat(look.decide(3)).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(look.decide(4)).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(look.decide(5)).isEqualTo(Decision.FAIL);
  }

  @Test
  void takesTheSmallestLookAndNothingBelow() {
    assertThatCode(() -> new Look(1, Look.NEVER, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Look(0, Look.NEVER, 1)).hasMessageEndingWith("found 0, -1, 1");
    assertThatThrownBy(() -> new Look(1, -2, 1)).hasMessageEndingWith("found 1, -2, 1");
  }

  @Test
  void spendsNothingOrMoreOnEitherSide() {
    assertThatCode(() -> new Spending(10, 0, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Spending(10, 0, -0.1))
        .hasMessage("a look spends 0 or more of each error, found 0.0 and -0.1");
  }

  @Test
  void designsOnlyLooksThatRise() {
    assertThatThrownBy(
            () -> LookPlanDesign.design(List.of(new Spending(50, 0, 0), new Spending(10, 0, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the looks of a plan rise, found 10 samples after 50");
    assertThatThrownBy(() -> LookPlanDesign.design(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan needs at least 1 look, found 0");
  }
}
