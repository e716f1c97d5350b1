package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {

  /** By hand, and R: p.adjust(c(.01, .04, .03, .005, .9), "holm"). */
  @Test
  void agreesWithR() {
    List<Double> adjusted = Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005, 0.9));

    List<Double> expected = List.of(0.04, 0.09, 0.09, 0.025, 0.9);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(adjusted.get(i)).isCloseTo(expected.get(i), within(1e-12));
    }
  }

  @Test
  void leavesAFamilyOfOneAlone() {
    assertThat(Holm.adjust(List.of(0.03))).containsExactly(0.03);
    assertThat(Holm.adjust(List.of())).isEmpty();
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> Holm.adjust(List.of(0.5, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a p-value lies between 0 and 1, found NaN");
    assertThatThrownBy(() -> Holm.adjust(List.of(1.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a p-value lies between 0 and 1, found 1.5");
  }

  @Property
  void liesBetweenTheRawValueAndBonferroni(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
    List<Double> adjusted = Holm.adjust(pValues);

    for (int i = 0; i < pValues.size(); i++) {
      assertThat(adjusted.get(i))
          .isBetween(pValues.get(i), Math.min(1, pValues.size() * pValues.get(i)));
      for (int j = 0; j < pValues.size(); j++) {
        if (pValues.get(i) <= pValues.get(j)) {
          assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
        }
      }
    }
  }
}
