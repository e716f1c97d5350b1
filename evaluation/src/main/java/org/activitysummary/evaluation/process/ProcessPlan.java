package org.activitysummary.evaluation.process;

import java.util.List;

/**
 * How many processes make how many calls.
 *
 * @param processes fresh JVMs per implementation and size, at least 1
 * @param calls calls while the peak is watched, the same at every size so that peaks compare
 * @param costCalls least calls over which allocation and processor time are averaged
 * @param flags of the JVMs
 */
public record ProcessPlan(int processes, int calls, int costCalls, List<String> flags) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is below 1
   */
  public ProcessPlan {
    flags = List.copyOf(flags);
    if (processes < 1 || calls < 1 || costCalls < 1) {
      throw new IllegalArgumentException("processes, calls and costCalls must be at least 1");
    }
  }
}
