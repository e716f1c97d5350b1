package org.activitysummary.evaluation.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.latency.ForkResult;

/**
 * What was recorded, as it was: every figure, comparison and verdict of a report is computed from
 * it, and can be computed again.
 *
 * @param strict whether what could not be decided fails the run
 * @param setup whether the dataset could be set up twice alike and was left as it was
 * @param forks every timed call, in the order the forks ran
 * @param processes memory, traffic and processor time of the calling processes
 * @param baseline what the run was held against; null if it was not
 * @param breakdowns how implementations broke down while they were measured, by implementation;
 *     null for none
 */
public record Recording(
    boolean strict,
    SetupTeardown setup,
    List<RecordedFork> forks,
    List<RecordedProcesses> processes,
    @JsonInclude(JsonInclude.Include.NON_NULL) Baseline baseline,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> breakdowns) {

  /** Keeps copies. */
  public Recording {
    forks = List.copyOf(forks);
    processes = List.copyOf(processes);
    breakdowns = breakdowns == null ? Map.of() : Map.copyOf(breakdowns);
  }

  /**
   * Returns the forks of one draw, in the order they ran.
   *
   * @throws IllegalArgumentException if one cannot be read; the message names its field
   */
  public List<ForkResult> draw(int draw) {
    List<ForkResult> results = new ArrayList<>();
    for (int i = 0; i < forks.size(); i++) {
      if (forks.get(i).draw() == draw) {
        results.add(result(i));
      }
    }
    return results;
  }

  /**
   * Returns the same recording, held against another baseline.
   *
   * @param other null for none
   * @param strictly whether what cannot be decided fails
   */
  public Recording heldAgainst(Baseline other, boolean strictly) {
    return new Recording(strictly, setup, forks, processes, other, breakdowns);
  }

  private ForkResult result(int index) {
    try {
      return forks.get(index).result();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "recording.forks[%d].nanos: %s".formatted(index, e.getMessage()), e);
    }
  }
}
