package org.activitysummary.evaluation.latency;

/**
 * One contender of a round: an implementation in forks of its own, or in turns with others, or the
 * same one once more under a second name.
 *
 * @param implementation name of what runs
 * @param label {@link #FIRST}, {@link #TURN} or {@link #TURN_AGAIN}; {@link #AGAIN} in reports of
 *     older programs
 */
public record Arm(String implementation, String label) {

  /** Calls in forks of its own: what latency figures are made from. */
  public static final String FIRST = "first";

  /** Calls in turns with others in one JVM: what ratios of medians are made from. */
  public static final String TURN = "turn";

  /** The second arm of an A/A comparison in turns, which shows the noise of the run. */
  public static final String TURN_AGAIN = "turn again";

  /** The second arm of an A/A comparison in forks of its own, as older programs made it. */
  public static final String AGAIN = "again";

  /** Returns the arm in forks of its own. */
  public static Arm first(String implementation) {
    return new Arm(implementation, FIRST);
  }

  /** Returns the arm that takes turns with others. */
  public static Arm turn(String implementation) {
    return new Arm(implementation, TURN);
  }

  /** Returns the arm that takes turns with itself and should show no difference. */
  public static Arm turnAgain(String implementation) {
    return new Arm(implementation, TURN_AGAIN);
  }

  /** Returns the arm of older programs that should show no difference to the first. */
  public static Arm again(String implementation) {
    return new Arm(implementation, AGAIN);
  }

  @Override
  public String toString() {
    return label.equals(FIRST) || label.equals(TURN) ? implementation : implementation + " (again)";
  }
}
