package org.activitysummary.evaluation.progress;

/** Told what runs; shows how far it is and how long it may still take. */
public interface Progress {

  /**
   * A stage begins.
   *
   * @param stage one or two words
   * @param steps how many steps it has, at least 1
   */
  void start(String stage, int steps);

  /**
   * The next step begins.
   *
   * @param what one line
   */
  void step(String what);

  /** The stage is done. */
  void end();

  /**
   * Says something that is not a step.
   *
   * @param line one line
   */
  void note(String line);
}
