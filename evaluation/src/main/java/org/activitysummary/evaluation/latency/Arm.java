package org.activitysummary.evaluation.latency;

/**
 * One contender of a round: an implementation, or the same one once more under a second name.
 *
 * @param implementation name of what runs
 * @param label {@link #FIRST}, or {@link #AGAIN} in an A/A comparison
 */
public record Arm(String implementation, String label) {

  /** The label of the measurements that count. */
  public static final String FIRST = "first";

  /** The label of the second arm of an A/A comparison, which shows the noise of the run. */
  public static final String AGAIN = "again";

  /** Returns the arm whose measurements count. */
  public static Arm first(String implementation) {
    return new Arm(implementation, FIRST);
  }

  /** Returns the arm that should show no difference to the first. */
  public static Arm again(String implementation) {
    return new Arm(implementation, AGAIN);
  }

  @Override
  public String toString() {
    return label.equals(FIRST) ? implementation : implementation + " (again)";
  }
}
