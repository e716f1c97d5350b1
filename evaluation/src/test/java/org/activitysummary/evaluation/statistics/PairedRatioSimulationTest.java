package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded simulations of 10 % noise a call and 5 % drift a block, 5 calls a block. */
class PairedRatioSimulationTest {

  private static final long SEED = 20_250_131;
  private static final double NOISE = 0.10;
  private static final double DRIFT = 0.05;
  private static final int RUNS = 2_000;
  private static final RegressionRule RULE = new RegressionRule(0.05, 1_000_000);

  private static double share(
      IntervalMethod method,
      RoundQuantity quantity,
      int rounds,
      double ratio,
      double spikes,
      Predicate<RatioEstimate> wanted) {
    RoundsSimulation simulation = new RoundsSimulation(new Random(SEED), NOISE, DRIFT, spikes);
    PairedRatio comparison = new PairedRatio(method, 0.95);
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      simulation.run(rounds, ratio);
      RatioEstimate estimate =
          comparison.compare(simulation.subject, simulation.reference, quantity);
      found += wanted.test(estimate) ? 1 : 0;
    }
    return found / (double) RUNS;
  }

  private static Predicate<RatioEstimate> covers(double ratio) {
    return estimate -> estimate.low() <= ratio && ratio <= estimate.high();
  }

  private static Predicate<RatioEstimate> judged(Change change) {
    return estimate -> RULE.judge(estimate).change() == change;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void studentCoversTheTruthInNearly95Of100Runs(int rounds) {
    assertThat(share(new PairedT(), RoundQuantity.MEDIAN, rounds, 1.1, 0, covers(1.1)))
        .isGreaterThanOrEqualTo(0.935);
    assertThat(share(new PairedT(), RoundQuantity.MEAN, rounds, 1.1, 0.05, covers(1.1)))
        .isGreaterThanOrEqualTo(0.935);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void stretchedBootstrapCoversTheTruthInNearly95Of100Runs(int rounds) {
    IntervalMethod bootstrap = new StretchedBootstrap(7, 1_000);

    assertThat(share(bootstrap, RoundQuantity.MEDIAN, rounds, 1.1, 0, covers(1.1)))
        .isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void flagsTheSameImplementationInOneOfTwentyRunsAtMost() {
    double slower = share(new PairedT(), RoundQuantity.MEDIAN, 10, 1, 0, judged(Change.SLOWER));
    double faster = share(new PairedT(), RoundQuantity.MEDIAN, 10, 1, 0, judged(Change.FASTER));

    assertThat(slower + faster).isLessThanOrEqualTo(0.05);
  }

  @Test
  void rarelyCallsAChangeAtTheThresholdUnchangedOrSlower() {
    assertThat(share(new PairedT(), RoundQuantity.MEDIAN, 10, 1.05, 0, judged(Change.SLOWER)))
        .isLessThanOrEqualTo(0.035);
    assertThat(share(new PairedT(), RoundQuantity.MEDIAN, 10, 1.05, 0, judged(Change.UNCHANGED)))
        .isLessThanOrEqualTo(0.035);
  }

  @Test
  void findsTwentyPercentNearlyAlways() {
    assertThat(share(new PairedT(), RoundQuantity.MEDIAN, 10, 1.2, 0, judged(Change.SLOWER)))
        .isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void neverCallsTwentyPercentUnchanged() {
    assertThat(share(new PairedT(), RoundQuantity.MEDIAN, 10, 1.2, 0, judged(Change.UNCHANGED)))
        .isZero();
  }

  /** The effect is taken from the average spread; a run's own spread scatters around it. */
  @Test
  void findsTheDetectableEffectInAboutFourOfFiveRuns() {
    int rounds = 10;
    double[] squares = {0};
    share(
        new PairedT(),
        RoundQuantity.MEDIAN,
        rounds,
        1,
        0,
        estimate -> (squares[0] += estimate.logSpread() * estimate.logSpread()) > 0);
    double standardError = Math.sqrt(squares[0] / RUNS / rounds);
    double effect =
        Math.exp(standardError * PairedTPower.detectableStandardErrors(rounds, 0.05, 0.8));

    assertThat(
            share(
                new PairedT(),
                RoundQuantity.MEDIAN,
                rounds,
                effect,
                0,
                estimate -> estimate.low() > 1))
        .isBetween(0.77, 0.83);
  }
}
