package org.activitysummary.evaluation.recording;

import java.util.List;
import org.activitysummary.evaluation.check.SetupTeardown;

/**
 * What was recorded, as it was: every figure, comparison and verdict of a report is computed from
 * it, and can be computed again.
 *
 * @param strict whether what could not be decided fails the run
 * @param setup whether the dataset could be set up twice alike and was left as it was
 * @param forks every timed call, in the order the forks ran
 * @param processes memory, traffic and processor time of the calling processes
 */
public record Recording(
    boolean strict,
    SetupTeardown setup,
    List<RecordedFork> forks,
    List<RecordedProcesses> processes) {

  /** Keeps copies. */
  public Recording {
    forks = List.copyOf(forks);
    processes = List.copyOf(processes);
  }
}
