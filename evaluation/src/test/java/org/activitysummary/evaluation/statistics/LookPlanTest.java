package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LookPlanTest {

  /** The bounds of the same design, found by a dynamic programme in Python over math.comb. */
  @Test
  void standardPlanHasTheBoundsOfTheReference() {
    assertThat(LookPlan.standard().looks())
        .containsExactly(
            new Look(5, Look.NEVER, 2),
            new Look(10, Look.NEVER, 2),
            new Look(50, Look.NEVER, 4),
            new Look(100, Look.NEVER, 5),
            new Look(368, 0, 9),
            new Look(628, 1, 13),
            new Look(913, 3, 16),
            new Look(1_200, 4, 20));
  }

  @Test
  void errsAtTheBoundaryInOneOfTwentyRunsAtMostOnEitherSide() {
    StoppingProbabilities atBoundary = LookPlan.standard().probabilities(0.01);
    assertThat(atBoundary.pass()).isBetween(0.03, 0.05);
    assertThat(atBoundary.fail()).isBetween(0.02, 0.05);
  }

  /** Call by call instead of look by look, and each side as if the other did not exist. */
  @Test
  void errsNoMoreWhenOneSideIsIgnored() {
    LookPlan plan = LookPlan.standard();
    assertThat(errorOfOneSide(plan, Decision.PASS, 0.01)).isLessThanOrEqualTo(0.05);
    assertThat(errorOfOneSide(plan, Decision.FAIL, 0.01)).isLessThanOrEqualTo(0.05);
  }

  private static double errorOfOneSide(LookPlan plan, Decision side, double share) {
    int end = plan.looks().get(plan.looks().size() - 1).samples();
    double[] undecided = new double[end + 1];
    undecided[0] = 1;
    double error = 0;
    for (int call = 1; call <= end; call++) {
      for (int over = call; over >= 0; over--) {
        double stepUp = over == 0 ? 0 : undecided[over - 1] * share;
        undecided[over] = undecided[over] * (1 - share) + stepUp;
      }
      if (plan.nextLook(call - 1).orElseThrow() == call) {
        for (int over = 0; over <= call; over++) {
          if (plan.decide(call, over) == side) {
            error += undecided[over];
            undecided[over] = 0;
          }
        }
      }
    }
    return error;
  }

  @Test
  void worstCaseIsTheBoundary() {
    LookPlan plan = LookPlan.standard();
    StoppingProbabilities before = plan.probabilities(0);
    for (double share = 0.001; share <= 0.05; share += 0.001) {
      StoppingProbabilities now = plan.probabilities(share);
      assertThat(now.pass()).isLessThanOrEqualTo(before.pass());
      assertThat(now.fail()).isGreaterThanOrEqualTo(before.fail());
      before = now;
    }
  }

  /** Python, the same dynamic programme with p = 0.001, 0.02 and 0.5. */
  @Test
  void findsWhatItIsMeantToFind() {
    LookPlan plan = LookPlan.standard();

    assertThat(plan.probabilities(0).meanSamples()).isEqualTo(368);
    assertThat(plan.probabilities(0.001).pass()).isCloseTo(0.9953, within(1e-4));
    assertThat(plan.probabilities(0.001).meanSamples()).isCloseTo(483, within(1.0));
    assertThat(plan.probabilities(0.02).fail()).isCloseTo(0.8563, within(1e-4));
    assertThat(plan.probabilities(0.5).fail()).isCloseTo(1, within(1e-3));
    assertThat(plan.probabilities(0.5).meanSamples()).isCloseTo(6.37, within(0.01));
    assertThat(plan.probabilities(0.003).inconclusive()).isBetween(0.1, 0.3);
  }

  @Tag("simulation")
  @Test
  void simulatedRunsEndAsOftenAsComputed() {
    LookPlan plan = LookPlan.standard();
    Random random = new Random(20_240_229);
    int runs = 20_000;
    int passed = 0;
    int failed = 0;
    for (int run = 0; run < runs; run++) {
      Decision decision = play(plan, random, 0.01);
      passed += decision == Decision.PASS ? 1 : 0;
      failed += decision == Decision.FAIL ? 1 : 0;
    }

    StoppingProbabilities exact = plan.probabilities(0.01);
    assertThat(passed / (double) runs).isCloseTo(exact.pass(), within(0.006));
    assertThat(failed / (double) runs).isCloseTo(exact.fail(), within(0.006));
  }

  private static Decision play(LookPlan plan, Random random, double share) {
    int samples = 0;
    int over = 0;
    while (plan.nextLook(samples).isPresent()) {
      int next = plan.nextLook(samples).getAsInt();
      for (; samples < next; samples++) {
        over += random.nextDouble() < share ? 1 : 0;
      }
      Decision decision = plan.decide(samples, over);
      if (decision != Decision.INCONCLUSIVE) {
        return decision;
      }
    }
    return Decision.INCONCLUSIVE;
  }

  @Test
  void namesTheNextLookUntilTheEnd() {
    LookPlan plan = LookPlan.standard();

    assertThat(plan.nextLook(0)).hasValue(5);
    assertThat(plan.nextLook(5)).hasValue(10);
    assertThat(plan.nextLook(10)).hasValue(50);
    assertThat(plan.nextLook(11)).hasValue(50);
    assertThat(plan.nextLook(1_200)).isEmpty();
  }

  @Test
  void refusesToDecideBetweenLooks() {
    assertThatThrownBy(() -> LookPlan.standard().decide(250, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the plan looks at 5, 10, 50, 100, 368, 628, 913, 1200 samples, not at 250; go on to the"
                + " next look or report inconclusive");
    assertThatThrownBy(() -> LookPlan.standard().decide(10, 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calls over the limit lie between 0 and 10 samples, found 11");
  }

  @Test
  void refusesAPlanThatLooksTooOften() {
    Look first = new Look(299, 0, 300);
    Look second = new Look(473, 1, 474);

    assertThatThrownBy(() -> new LookPlan(List.of(first, second)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a plan may pass wrongly with probability 0.05 at most, found 0.0")
        .hasMessageEndingWith("; look less often or be stricter");
    assertThatThrownBy(() -> new LookPlan(List.of(new Look(50, Look.NEVER, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a plan may fail wrongly with probability 0.05 at most, found 0.0");
  }

  @Test
  void refusesLooksThatDoNotRise() {
    assertThatThrownBy(() -> new LookPlan(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan needs at least 1 look, found 0");
    assertThatThrownBy(() -> new LookPlan(List.of(new Look(50, -1, 9), new Look(50, -1, 9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the looks of a plan rise, found 50 samples after 50");
    assertThatThrownBy(() -> new Look(10, 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a look needs samples >= 1 and -1 <= passAtMost < failAtLeast, found 10, 3, 3");
    assertThatThrownBy(() -> new LookPlanDesign.Spending(10, -0.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a look spends 0 or more of each error, found -0.1 and 0.0");
  }

  @Test
  void everyRunEndsInOneOfThreeWays() {
    StoppingProbabilities some = LookPlan.standard().probabilities(0.012);
    StoppingProbabilities all = LookPlan.standard().probabilities(1);

    assertThat(some.inconclusive()).isCloseTo(1 - some.pass() - some.fail(), within(1e-15));
    assertThat(all.fail()).isCloseTo(1, within(1e-12));
    assertThat(all.meanSamples()).isEqualTo(5);
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatThrownBy(() -> LookPlan.standard().probabilities(1.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a share lies between 0 and 1, found 1.01");
  }
}
