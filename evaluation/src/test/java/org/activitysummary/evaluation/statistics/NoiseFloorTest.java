package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseFloorTest {

  private static NoiseFloor floor(double low, double high) {
    double ratio = Math.sqrt(low * high);
    return NoiseFloor.of(new RatioEstimate(ratio, low, high, 10, 0.1, 0.5, 0.1, 1e6, null));
  }

  @Test
  void isTheFarEndOfTheControlOnEitherSide() {
    assertThat(floor(0.98, 1.03).floor()).isCloseTo(0.03, within(1e-12));
    assertThat(floor(0.8, 1.03).floor()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void isExceededByLargerEffectsOfEitherDirection() {
    NoiseFloor floor = floor(0.98, 1.03);

    assertThat(floor.isExceededBy(1.04)).isTrue();
    assertThat(floor.isExceededBy(0.9)).isTrue();
    assertThat(floor.isExceededBy(1.02)).isFalse();
    assertThat(floor.isExceededBy(0.98)).isFalse();
  }

  @Test
  void hidesEveryEffectWhenItIsUnknown() {
    assertThat(NoiseFloor.of(RatioEstimate.absent(1, "one round")).isExceededBy(100)).isFalse();
  }

  @Test
  void noticesAControlThatDiffersFromItself() {
    assertThat(floor(1.01, 1.03).isBiased()).isTrue();
    assertThat(floor(0.95, 0.99).isBiased()).isTrue();
    assertThat(floor(0.98, 1.03).isBiased()).isFalse();
  }

  @Test
  void refusesARatioOfNothing() {
    assertThatThrownBy(() -> floor(0.98, 1.03).isExceededBy(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ratio is above 0, found NaN");
  }

  /** 1.5 - 1 and 2 - 1 are exact in binary. */
  @Test
  void isNotExceededByAnEffectOfItsSize() {
    RatioEstimate control = floor(0.9, 1.1).control();

    assertThat(new NoiseFloor(control, 0.5).isExceededBy(1.5)).isFalse();
    assertThat(new NoiseFloor(control, 0.5).isExceededBy(1.51)).isTrue();
    assertThat(new NoiseFloor(control, 1.0).isExceededBy(0.5)).isFalse();
  }

  @Test
  void takesAControlWhoseIntervalEndsAtOneForUnbiased() {
    assertThat(floor(1, 1.03).isBiased()).isFalse();
    assertThat(floor(0.95, 1).isBiased()).isFalse();
    assertThatThrownBy(() -> floor(0.98, 1.03).isExceededBy(0))
        .hasMessage("a ratio is above 0, found 0.0");
  }
}
