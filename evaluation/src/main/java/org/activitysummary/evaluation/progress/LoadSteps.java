package org.activitysummary.evaluation.progress;

import java.util.Locale;
import org.activitysummary.testbed.schema.LoadProgress;

/** Shows the loading of rows as a stage, with its speed. */
public final class LoadSteps implements LoadProgress {

  private static final String STAGE = "seeding";
  private static final int STEPS = 50;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Progress progress;
  private long startNanos;
  private int step;

  /** Tells another. */
  public LoadSteps(Progress progress) {
    this.progress = progress;
  }

  /** The loading begins. */
  public void start() {
    startNanos = System.nanoTime();
    progress.start(STAGE, STEPS);
  }

  @Override
  public void advanced(long rows, long total) {
    double perSecond = rows * NANOS_PER_SECOND / Math.max(1, System.nanoTime() - startNanos);
    while (step < rows * STEPS / total) {
      step++;
      progress.step(
          String.format(Locale.ROOT, "%,d of %,d rows, %,.0f rows/s", rows, total, perSecond));
    }
  }

  /** All rows are there, indexed and in memory. */
  public void end() {
    progress.end();
  }
}
