package org.activitysummary.evaluation.statistics;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * When to look at the calls over the limit and when to stop, fixed before the first call, so that
 * looking repeatedly does not inflate the error.
 *
 * <p>A plan cannot be made whose exact probability to pass, or to fail, exceeds {@link #MAX_ERROR}
 * at the boundary (1 % of calls over the limit). More calls over the limit make passing less likely
 * and failing more likely at every look, so the boundary is the worst case of both. Assumes
 * independent calls.
 *
 * @param looks in order of samples, at least one
 */
public record LookPlan(List<Look> looks) {

  /** Probability to pass wrongly, and to fail wrongly, that no plan exceeds. */
  public static final double MAX_ERROR = 0.05;

  /**
   * Checks the order of the looks and the errors of the plan.
   *
   * @throws IllegalArgumentException if the looks do not rise or an error exceeds {@link
   *     #MAX_ERROR}
   */
  public LookPlan {
    looks = List.copyOf(looks);
    requireRising(looks.stream().mapToInt(Look::samples).toArray());
    StoppingProbabilities atBoundary = StoppingProbabilities.of(looks, ExceedanceTest.SHARE);
    requireError("pass", atBoundary.pass());
    requireError("fail", atBoundary.fail());
  }

  /**
   * Returns the plan for a full run: fails from 5 calls, passes from 368, ends at 1,200. An
   * implementation with 0.1 % of its calls over the limit passes with probability 0.995, after 483
   * calls on average; one with half of them over fails after 6.
   */
  public static LookPlan standard() {
    return LookPlanDesign.design(
        List.of(
            new LookPlanDesign.Spending(5, 0, 0.001),
            new LookPlanDesign.Spending(10, 0, 0.004),
            new LookPlanDesign.Spending(50, 0, 0.005),
            new LookPlanDesign.Spending(100, 0, 0.005),
            new LookPlanDesign.Spending(368, 0.025, 0.00875),
            new LookPlanDesign.Spending(628, 0.025, 0.00875),
            new LookPlanDesign.Spending(913, 0, 0.00875),
            new LookPlanDesign.Spending(1_200, 0, 0.00875)));
  }

  static void requireRising(int... samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("a plan needs at least 1 look, found 0");
    }
    for (int i = 1; i < samples.length; i++) {
      if (samples[i] <= samples[i - 1]) {
        throw new IllegalArgumentException(
            "the looks of a plan rise, found %d samples after %d"
                .formatted(samples[i], samples[i - 1]));
      }
    }
  }

  private static void requireError(String side, double error) {
    if (error > MAX_ERROR) {
      throw new IllegalArgumentException(
          "a plan may %s wrongly with probability %s at most, found %.5f; look less often or be stricter"
              .formatted(side, MAX_ERROR, error));
    }
  }

  /**
   * Returns what so many calls over the limit mean at a look of this plan.
   *
   * @param samples calls made, the samples of one of the looks
   * @param over of these, calls that took longer than the limit
   * @throws IllegalArgumentException if the plan does not look there or the counts cannot be
   */
  public Decision decide(int samples, int over) {
    ExceedanceTest.requireCounts(samples, over);
    return looks.stream()
        .filter(look -> look.samples() == samples)
        .findFirst()
        .orElseThrow(() -> notALook(samples))
        .decide(over);
  }

  private IllegalArgumentException notALook(int samples) {
    String planned =
        looks.stream()
            .map(look -> String.valueOf(look.samples()))
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "the plan looks at %s samples, not at %d; go on to the next look or report inconclusive"
            .formatted(planned, samples));
  }

  /**
   * Returns the samples of the next look, or empty when the plan has ended.
   *
   * @param samples calls made so far, at least 0
   */
  public OptionalInt nextLook(int samples) {
    return looks.stream().mapToInt(Look::samples).filter(next -> next > samples).findFirst();
  }

  /**
   * Returns how probable each end of this plan is for an implementation, exactly.
   *
   * @param share true share of calls over the limit, 0 to 1
   */
  public StoppingProbabilities probabilities(double share) {
    return StoppingProbabilities.of(looks, share);
  }
}
