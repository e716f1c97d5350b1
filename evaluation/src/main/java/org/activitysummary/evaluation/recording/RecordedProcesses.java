package org.activitysummary.evaluation.recording;

import java.util.List;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.process.ProcessCosts;
import org.activitysummary.evaluation.process.ProcessPlan;
import org.activitysummary.evaluation.process.ProcessReading;

/**
 * What the calling processes of one implementation showed at one size.
 *
 * @param implementation its name
 * @param size rows of the seeded user
 * @param plan how many processes and calls
 * @param readings of each process, in the order they ran
 * @param heapSearched whether the smallest sufficient heap was searched for
 * @param smallestHeap bytes; null if it was not searched for, or not found
 */
public record RecordedProcesses(
    String implementation,
    int size,
    ProcessPlan plan,
    List<ProcessReading> readings,
    boolean heapSearched,
    Long smallestHeap) {

  /** Returns which implementation and size it is about. */
  public Cell cell() {
    return new Cell(Arm.first(implementation), size);
  }

  /** Returns the figures per call. */
  public ProcessCosts costs() {
    return new ProcessCosts(plan, readings);
  }
}
