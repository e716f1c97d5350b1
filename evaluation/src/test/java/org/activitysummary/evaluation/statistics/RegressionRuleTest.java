package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionRuleTest {

  private static final RegressionRule RULE = new RegressionRule(0.05, 1_000_000, 0.05);
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
            "SLOWER: ratio 1.100 (1.060 to 1.150), limits 0.952 and 1.050, noise floor 0.0 %,"
                + " detectable effect 4.0 %");
    assertThat(RULE.judge(RatioEstimate.absent(3, "too few calls")).sentence())
        .isEqualTo("INCONCLUSIVE: too few calls");
  }

  @Test
  void needsAChangeToClearTheNoiseFloor() {
    NoiseFloor noise = NoiseFloor.of(ratio(1.0, 0.95, 1.1, SLOW_REFERENCE));

    assertThat(RULE.judge(ratio(1.10, 1.06, 1.15, SLOW_REFERENCE), noise).change())
        .isEqualTo(Change.INCONCLUSIVE);
    assertThat(RULE.judge(ratio(1.20, 1.11, 1.30, SLOW_REFERENCE), noise).change())
        .isEqualTo(Change.SLOWER);
    assertThat(RULE.judge(ratio(0.5, 0.4, 0.6, SLOW_REFERENCE), noise).change())
        .isEqualTo(Change.FASTER);
  }

  @Test
  void callsNothingUnchangedUnderAFloorAboveTheThreshold() {
    NoiseFloor noise = NoiseFloor.of(ratio(1.0, 0.95, 1.1, SLOW_REFERENCE));
    NoiseFloor quiet = NoiseFloor.of(ratio(1.0, 0.99, 1.01, SLOW_REFERENCE));
    RatioEstimate same = ratio(1.0, 0.99, 1.02, SLOW_REFERENCE);

    assertThat(RULE.judge(same, noise).change()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(RULE.judge(same, quiet).change()).isEqualTo(Change.UNCHANGED);
  }

  @Test
  void decidesNothingWhenTheFloorIsUnknown() {
    NoiseFloor unknown = NoiseFloor.of(RatioEstimate.absent(1, "one round"));

    assertThat(RULE.judge(ratio(2, 1.9, 2.1, SLOW_REFERENCE), unknown).sentence())
        .isEqualTo("INCONCLUSIVE: the noise floor is unknown: one round");
  }

  @Test
  void correctsAFamilyByHolm() {
    RatioEstimate weak = new RatioEstimate(1.2, 1.06, 1.4, 5, 0.2, 0.03, 0.1, 100e6, null);
    RatioEstimate strong = new RatioEstimate(1.2, 1.15, 1.3, 5, 0.1, 0.001, 0.1, 100e6, null);
    RatioEstimate absent = RatioEstimate.absent(1, "too few calls");

    assertThat(RULE.judgeFamily(List.of(absent, weak, strong, weak)))
        .extracting(RegressionVerdict::change)
        .containsExactly(
            Change.INCONCLUSIVE, Change.INCONCLUSIVE, Change.SLOWER, Change.INCONCLUSIVE);
    assertThat(RULE.judgeFamily(List.of(absent, weak, strong, weak)).get(1).sentence())
        .isEqualTo("INCONCLUSIVE: not significant among 3");
    assertThat(RULE.judgeFamily(List.of(weak)).get(0).change()).isEqualTo(Change.SLOWER);
  }

  @Test
  void refusesLimitsOutOfRange() {
    assertThatThrownBy(() -> new RegressionRule(0, 0, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a threshold is a relative change above 0, for example 0.05, found 0.0");
    assertThatThrownBy(() -> new RegressionRule(0.05, -1, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a floor is at least 0 ns, found -1");
    assertThatThrownBy(() -> new RegressionRule(0.05, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha lies strictly between 0 and 1, for example 0.05, found NaN");
  }

  private static final RegressionRule QUARTER = new RegressionRule(0.25, 0, 0.05);

  private static NoiseFloor noise(double floor) {
    return new NoiseFloor(ratio(1, 1 - floor / 2, 1 + floor, SLOW_REFERENCE), floor);
  }

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
  void isUndecidedUnderAFloorExactlyAtTheLimit() {
    RatioEstimate same = ratio(1, 0.99, 1.01, SLOW_REFERENCE);

    assertThat(QUARTER.judge(same, noise(0.25)).change()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(QUARTER.judge(same, noise(0.24)).change()).isEqualTo(Change.UNCHANGED);
  }

  /** A floor of 100 % hides everything between a half and the double. */
  @Test
  void isFasterOnlyBelowTheNoiseAsWell() {
    assertThat(QUARTER.judge(ratio(0.6, 0.55, 0.7, SLOW_REFERENCE), noise(1)).change())
        .isEqualTo(Change.INCONCLUSIVE);
    assertThat(QUARTER.judge(ratio(0.4, 0.35, 0.49, SLOW_REFERENCE), noise(1)).change())
        .isEqualTo(Change.FASTER);
    assertThat(QUARTER.judge(ratio(1.8, 1.7, 1.9, SLOW_REFERENCE), noise(1)).change())
        .isEqualTo(Change.INCONCLUSIVE);
  }

  @Test
  void namesTheRelativeLimitsWhenTheLevelIsUnknown() {
    RegressionVerdict verdict = QUARTER.judge(RatioEstimate.absent(1, "one round"));

    assertThat(verdict.slowerAbove()).isEqualTo(1.25);
    assertThat(verdict.fasterBelow()).isEqualTo(0.8);
  }

  @Test
  void correctsWhatIsFasterTooAndLeavesWhatIsUnchangedAlone() {
    RatioEstimate faster = new RatioEstimate(0.5, 0.4, 0.7, 5, 0.2, 0.03, 0.1, 100e6, null);
    RatioEstimate same = new RatioEstimate(1.0, 0.99, 1.01, 5, 0.2, 0.9, 0.1, 100e6, null);

    assertThat(QUARTER.judgeFamily(List.of(faster, same)))
        .extracting(RegressionVerdict::change)
        .containsExactly(Change.INCONCLUSIVE, Change.UNCHANGED);
  }

  @Test
  void countsAChangeWhosePValueIsExactlyAlpha() {
    RatioEstimate slower = new RatioEstimate(1.5, 1.3, 1.7, 5, 0.2, 0.05, 0.1, 100e6, null);

    assertThat(QUARTER.judgeFamily(List.of(slower)).get(0).change()).isEqualTo(Change.SLOWER);
  }

  @Test
  void refusesLimitsAtTheEndsOfTheirRange() {
    assertThatThrownBy(() -> new RegressionRule(Double.POSITIVE_INFINITY, 0, 0.05))
        .hasMessageEndingWith("found Infinity");
    assertThatThrownBy(() -> new RegressionRule(0.05, 0, 0)).hasMessageEndingWith("found 0.0");
    assertThatThrownBy(() -> new RegressionRule(0.05, 0, 1)).hasMessageEndingWith("found 1.0");
  }
}
