package org.activitysummary.evaluation.gate;

import java.util.List;

/**
 * The verdict of a whole run.
 *
 * @param verdict of all checks together
 * @param exitCode of the program: 0 pass, 1 failed, 2 could not evaluate, 3 inconclusive
 * @param reasons a line for each check that decided it; empty on a pass
 */
public record GateResult(GateVerdict verdict, int exitCode, List<String> reasons) {

  /** What the gate says. */
  public enum GateVerdict {
    /** Every check passed or failed as expected. */
    PASS(0),
    /** At least one check failed, or passed although it was expected to fail. */
    FAIL(1),
    /** No check failed, but at least one could not be decided. */
    INCONCLUSIVE(3);

    private final int exitCode;

    GateVerdict(int exitCode) {
      this.exitCode = exitCode;
    }

    /** Returns the exit code that goes with it. */
    public int exitCode() {
      return exitCode;
    }
  }
}
