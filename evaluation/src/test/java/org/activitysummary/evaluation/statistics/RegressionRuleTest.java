package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionRuleTest {

  private static final RegressionRule RULE = new RegressionRule(0.05, 1_000_000);
  private static final double SLOW_REFERENCE = 100e6;

  private static RatioEstimate ratio(double ratio, double low, double high, double nanos) {
    return new RatioEstimate(ratio, low, high, 10, 0.04, 0.001, 0.02, nanos, null);
  }

  private static Change judge(double ratio, double low, double high, double nanos) {
    return RULE.judge(ratio(ratio, low, high, nanos)).change();
  }

  @Test
  void isSlowerOnlyWhenTheWholeIntervalClearsTheThreshold() {
    assertThat(judge(1.10, 1.051, 1.15, SLOW_REFERENCE)).isEqualTo(Change.SLOWER);
    assertThat(judge(1.10, 1.049, 1.15, SLOW_REFERENCE)).isEqualTo(Change.INCONCLUSIVE);
  }

  @Test
  void isFasterByTheSameFactor() {
    assertThat(judge(0.90, 0.85, 0.952, SLOW_REFERENCE)).isEqualTo(Change.FASTER);
    assertThat(judge(0.90, 0.85, 0.953, SLOW_REFERENCE)).isEqualTo(Change.INCONCLUSIVE);
  }

  @Test
  void isUnchangedOnlyWhenAChangeBeyondTheThresholdIsExcluded() {
    assertThat(judge(1.01, 0.97, 1.049, SLOW_REFERENCE)).isEqualTo(Change.UNCHANGED);
    assertThat(judge(1.03, 1.02, 1.04, SLOW_REFERENCE)).isEqualTo(Change.UNCHANGED);
    assertThat(judge(1.01, 0.97, 1.051, SLOW_REFERENCE)).isEqualTo(Change.INCONCLUSIVE);
    assertThat(judge(1.01, 0.94, 1.02, SLOW_REFERENCE)).isEqualTo(Change.INCONCLUSIVE);
  }

  @Test
  void takesTheAbsoluteFloorAsARatioAtTheLevelOfTheReference() {
    double fourMillis = 4e6;
    RegressionVerdict verdict = RULE.judge(ratio(1.2, 1.1, 1.24, fourMillis));

    assertThat(verdict.slowerAbove()).isCloseTo(1.25, within(1e-12));
    assertThat(verdict.fasterBelow()).isCloseTo(0.75, within(1e-12));
    assertThat(verdict.change()).isEqualTo(Change.UNCHANGED);
    assertThat(judge(1.4, 1.26, 1.6, fourMillis)).isEqualTo(Change.SLOWER);
    assertThat(judge(1.4, 1.24, 1.6, fourMillis)).isEqualTo(Change.INCONCLUSIVE);
  }

  @Test
  void nothingIsFasterByMoreThanItTakes() {
    RegressionVerdict verdict = RULE.judge(ratio(0.1, 0.05, 0.2, 0.5e6));

    assertThat(verdict.fasterBelow()).isZero();
    assertThat(verdict.change()).isEqualTo(Change.UNCHANGED);
  }

  @Test
  void saysWhatItSaw() {
    assertThat(RULE.judge(ratio(1.1, 1.06, 1.15, SLOW_REFERENCE)).sentence())
        .isEqualTo(
            "SLOWER: ratio 1.100 (1.060 to 1.150), limits 0.952 and 1.050, "
                + "detectable effect 4.0 %");
    assertThat(RULE.judge(RatioEstimate.absent(3, "too few calls")).sentence())
        .isEqualTo("INCONCLUSIVE: too few calls");
  }

  @Test
  void refusesLimitsOutOfRange() {
    assertThatThrownBy(() -> new RegressionRule(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a threshold is a relative change above 0, for example 0.05, found 0.0");
    assertThatThrownBy(() -> new RegressionRule(0.05, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a floor is at least 0 ns, found -1");
  }

  private static final RegressionRule QUARTER = new RegressionRule(0.25, 0);

  private static Change quarter(double low, double high) {
    return QUARTER.judge(ratio((low + high) / 2, low, high, SLOW_REFERENCE)).change();
  }

  /** 1.25 and 1 / 1.25 are the limits. */
  @Test
  void isUndecidedWhenAnEndOfTheIntervalIsExactlyAtALimit() {
    assertThat(quarter(1.25, 1.5)).isEqualTo(Change.INCONCLUSIVE);
    assertThat(quarter(1.0, 1.25)).isEqualTo(Change.INCONCLUSIVE);
    assertThat(quarter(0.5, 0.8)).isEqualTo(Change.INCONCLUSIVE);
    assertThat(quarter(0.8, 1.0)).isEqualTo(Change.INCONCLUSIVE);
    assertThat(quarter(0.81, 1.24)).isEqualTo(Change.UNCHANGED);
  }

  @Test
  void namesTheRelativeLimitsWhenTheLevelIsUnknown() {
    RegressionVerdict verdict = QUARTER.judge(RatioEstimate.absent(1, "one round"));

    assertThat(verdict.slowerAbove()).isEqualTo(1.25);
    assertThat(verdict.fasterBelow()).isEqualTo(0.8);
  }

  @Test
  void refusesLimitsAtTheEndsOfTheirRange() {
    assertThatThrownBy(() -> new RegressionRule(Double.POSITIVE_INFINITY, 0))
        .hasMessageEndingWith("found Infinity");
  }
}
