package org.activitysummary.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the bounds of a plan from the error that each look may spend: at every look the widest
 * bounds whose exact probability, at the boundary, fits into what was allowed so far and not used.
 * What the jumps of a discrete distribution leave over is carried to the next look. Each side is
 * computed as if the other did not exist, which can only overstate its error.
 */
public final class LookPlanDesign {

  /** Keeps a bound whose probability equals its allowance from being lost to rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * What one look may spend, beside what the looks before it left over.
   *
   * @param samples calls made when looking
   * @param passAlpha probability to pass wrongly that this look adds, 0 or more
   * @param failAlpha probability to fail wrongly that this look adds, 0 or more
   */
  public record Spending(int samples, double passAlpha, double failAlpha) {

    /**
     * Checks the allowances.
     *
     * @throws IllegalArgumentException if one is negative or not a number
     */
    public Spending {
      if (!(passAlpha >= 0 && failAlpha >= 0)) {
        throw new IllegalArgumentException(
            "a look spends 0 or more of each error, found %s and %s"
                .formatted(passAlpha, failAlpha));
      }
    }
  }

  private LookPlanDesign() {}

  /**
   * Returns the plan.
   *
   * @param spendings in order of samples, at least one
   * @throws IllegalArgumentException if the samples do not rise or more than {@link
   *     LookPlan#MAX_ERROR} is spent on a side
   */
  public static LookPlan design(List<Spending> spendings) {
    LookPlan.requireRising(spendings.stream().mapToInt(Spending::samples).toArray());
    int[] pass = passBounds(spendings);
    int[] fail = failBounds(spendings);
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < pass.length; i++) {
      looks.add(new Look(spendings.get(i).samples(), pass[i], fail[i]));
    }
    return new LookPlan(looks);
  }

  private static int[] passBounds(List<Spending> spendings) {
    int[] bounds = new int[spendings.size()];
    double[] undecided = {1};
    double unspent = ROUNDING;
    int samples = 0;
    for (int i = 0; i < bounds.length; i++) {
      Spending look = spendings.get(i);
      undecided =
          StoppingProbabilities.add(undecided, look.samples() - samples, ExceedanceTest.SHARE);
      samples = look.samples();
      unspent += look.passAlpha();
      int over = 0;
      while (over < undecided.length && undecided[over] <= unspent) {
        unspent -= undecided[over];
        undecided[over++] = 0;
      }
      bounds[i] = over - 1;
    }
    return bounds;
  }

  private static int[] failBounds(List<Spending> spendings) {
    int[] bounds = new int[spendings.size()];
    double[] undecided = {1};
    double unspent = ROUNDING;
    int samples = 0;
    for (int i = 0; i < bounds.length; i++) {
      Spending look = spendings.get(i);
      undecided =
          StoppingProbabilities.add(undecided, look.samples() - samples, ExceedanceTest.SHARE);
      samples = look.samples();
      unspent += look.failAlpha();
      int over = undecided.length - 1;
      while (over >= 0 && undecided[over] <= unspent) {
        unspent -= undecided[over];
        undecided[over--] = 0;
      }
      bounds[i] = over + 1;
    }
    return bounds;
  }
}
