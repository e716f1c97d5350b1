package org.activitysummary.evaluation.statistics;

/**
 * One look at the calls made so far, and what it takes to stop there.
 *
 * @param samples calls made when looking, at least 1
 * @param passAtMost most calls over the limit with which the run passes here, or {@link #NEVER}
 * @param failAtLeast fewest calls over the limit with which the run fails here; more than {@code
 *     samples} when it cannot fail here
 */
public record Look(int samples, int passAtMost, int failAtLeast) {

  /** {@link #passAtMost} of a look at which nothing passes. */
  public static final int NEVER = -1;

  /**
   * Checks that the two bounds leave room between them.
   *
   * @throws IllegalArgumentException if not
   */
  public Look {
    if (samples < 1 || passAtMost < NEVER || failAtLeast <= passAtMost) {
      throw new IllegalArgumentException(
          "a look needs samples >= 1 and -1 <= passAtMost < failAtLeast, found %d, %d, %d"
              .formatted(samples, passAtMost, failAtLeast));
    }
  }

  /**
   * Returns what so many calls over the limit mean at this look.
   *
   * @param over 0 to {@link #samples}
   */
  public Decision decide(int over) {
    if (over <= passAtMost) {
      return Decision.PASS;
    }
    return over >= failAtLeast ? Decision.FAIL : Decision.INCONCLUSIVE;
  }
}
