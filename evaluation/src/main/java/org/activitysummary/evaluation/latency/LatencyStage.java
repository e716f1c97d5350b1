package org.activitysummary.evaluation.latency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.progress.Progress;

/** Carries out a {@link LatencyPlan}, round by round. */
public final class LatencyStage {

  private final JmhFork forks;
  private final Progress progress;

  /**
   * Prepares to measure.
   *
   * @param target file with the reader's connection and the expected answers
   * @param directory for files that live as long as the stage
   * @param progress told before each fork
   */
  public LatencyStage(Path target, Path directory, Progress progress) {
    this.forks = new JmhFork(target, directory);
    this.progress = progress;
  }

  /**
   * Returns the calls of every fork, in the order they ran.
   *
   * @throws org.activitysummary.evaluation.EvaluationException if a fork fails
   */
  public List<ForkResult> run(LatencyPlan plan) {
    List<ForkResult> results = new ArrayList<>();
    progress.start("latency", plan.forkCount());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Cell cell : plan.order(round)) {
        progress.step("round %d of %d, %s".formatted(round, plan.rounds(), cell));
        results.add(forks.run(cell, round, plan.forks().get(cell)));
      }
    }
    progress.end();
    return results;
  }
}
