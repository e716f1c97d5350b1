package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DependenceTest {

  private static final List<long[]> ROUNDS =
      List.of(
          new long[] {100, 110, 105, 120},
          new long[] {130, 128, 140, 135},
          new long[] {90, 95, 100, 92});

  /**
   * numpy 2 by the definitions, x = logarithms: icc = (msb - msw) / (msb + (m - 1) * msw); r =
   * sum((x[1:] - g) * (x[:-1] - g)) / sum((x - g) ** 2) * N / (N - k); N / (1 + (m - 1) * icc), N *
   * (1 - r) / (1 + r); std([median(round)], ddof=1).
   */
  @Test
  void agreesWithTheDefinitions() {
    Dependence dependence = Dependence.of(ROUNDS);

    assertThat(dependence.calls()).isEqualTo(12);
    assertThat(dependence.intraclassCorrelation()).isCloseTo(0.9010584883614328, within(1e-12));
    assertThat(dependence.lag1()).isCloseTo(0.8173912718107726, within(1e-12));
    assertThat(dependence.effectiveSamples()).isCloseTo(1.2057418632188124, within(1e-12));
    assertThat(dependence.betweenRounds()).isCloseTo(0.17544672429474528, within(1e-12));
  }

  @Test
  void findsLittleInIndependentCalls() {
    Dependence dependence = Dependence.of(simulate(0, 0));

    assertThat(dependence.lag1()).isBetween(-0.1, 0.1);
    assertThat(dependence.intraclassCorrelation()).isLessThan(0.05);
    assertThat(dependence.effectiveSamples()).isGreaterThan(300);
  }

  @Test
  void countsARoundAsLittleMoreThanACallWhenRoundsDiffer() {
    Dependence dependence = Dependence.of(simulate(0.5, 0));

    assertThat(dependence.intraclassCorrelation()).isGreaterThan(0.8);
    assertThat(dependence.effectiveSamples()).isLessThan(20);
  }

  @Test
  void findsCallsThatFollowTheOneBefore() {
    Dependence dependence = Dependence.of(simulate(0, 0.8));

    assertThat(dependence.lag1()).isBetween(0.65, 0.9);
    assertThat(dependence.effectiveSamples()).isLessThan(150);
  }

  private static List<long[]> simulate(double betweenRounds, double memory) {
    Random random = new Random(20_250_131);
    List<long[]> rounds = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      double level = betweenRounds * random.nextGaussian();
      double deviation = 0;
      long[] nanos = new long[50];
      for (int i = 0; i < nanos.length; i++) {
        deviation = memory * deviation + 0.1 * random.nextGaussian();
        nanos[i] = Math.round(1e8 * Math.exp(level + deviation));
      }
      rounds.add(nanos);
    }
    return rounds;
  }

  @Test
  void leavesOutWhatOneRoundOrOneCallCannotShow() {
    Dependence oneRound = Dependence.of(List.of(new long[] {1, 2, 1, 2}));
    Dependence oneCallEach = Dependence.of(List.of(new long[] {1}, new long[] {2}));

    assertThat(oneRound.betweenRounds()).isNull();
    assertThat(oneRound.intraclassCorrelation()).isNull();
    assertThat(oneRound.lag1()).isNegative();
    assertThat(oneRound.effectiveSamples()).isEqualTo(4);
    assertThat(oneCallEach.lag1()).isNull();
    assertThat(oneCallEach.effectiveSamples()).isEqualTo(2);
  }

  @Test
  void takesEqualTimesForIndependent() {
    Dependence dependence = Dependence.of(List.of(new long[] {0, 0}, new long[] {0, 0}));

    assertThat(dependence).isEqualTo(new Dependence(4, 0.0, 0.0, 0.0, 4));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> Dependence.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dependence needs at least 1 round, found 0");
    assertThatThrownBy(() -> Dependence.of(List.of(new long[] {1}, new long[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a round has at least 1 call, found 0 in round 2");
    assertThatThrownBy(() -> Dependence.of(List.of(new long[] {-1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a latency is at least 0 ns, found -1 ns in round 1");
  }

  /** The same definitions in NumPy, with sum(m ** 2) / N for m where rounds are unequal. */
  @Test
  void countsRoundsOfUnequalSizeByTheirSquares() {
    Dependence dependence =
        Dependence.of(
            List.of(
                new long[] {100, 140, 100, 140, 100, 140},
                new long[] {120, 165, 118, 160},
                new long[] {95, 130, 96}));

    assertThat(dependence.betweenRounds()).isCloseTo(0.18408501362435187, within(1e-12));
    assertThat(dependence.intraclassCorrelation()).isCloseTo(0.1980078999225108, within(1e-12));
    assertThat(dependence.lag1()).isCloseTo(-0.5333572258539107, within(1e-12));
    assertThat(dependence.effectiveSamples()).isCloseTo(7.509649500926113, within(1e-12));
  }
}
