package org.activitysummary.evaluation.progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Told what runs; shows how far it is and how long it may still take. */
public interface Progress {

  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void start(String stage, int steps) {}

        @Override
        public void step(String what) {}

        @Override
        public void skip() {}

        @Override
        public void end() {}

        @Override
        public void note(String line) {}
      };

  /**
   * The run begins.
   *
   * @param stages how long each should take, in their order; stages that are not among them, and
   *     those of unknown duration, count nothing
   */
  default void expect(Map<String, Duration> stages) {}

  /**
   * A stage begins.
   *
   * @param stage one or two words
   * @param steps how many steps it has, at least 1, of unknown duration
   */
  void start(String stage, int steps);

  /**
   * A stage begins whose steps take known times.
   *
   * @param stage one or two words
   * @param steps how long each should take, in their order, at least one
   */
  default void start(String stage, List<Duration> steps) {
    start(stage, steps.size());
  }

  /**
   * The next step begins.
   *
   * @param what one line
   */
  void step(String what);

  /** The next step was done before. */
  void skip();

  /** The stage is done. */
  void end();

  /**
   * Says something that is not a step.
   *
   * @param line one line
   */
  void note(String line);
}
