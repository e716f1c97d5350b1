package org.activitysummary.evaluation.doctor;

/**
 * What was found of one thing that an evaluation rests on.
 *
 * @param subject one or two words
 * @param state whether it suffices
 * @param found what is there
 * @param meaning what follows from it, and the way out if there is something to be done
 */
public record Diagnosis(String subject, State state, String found, String meaning) {

  /** Whether a thing suffices. */
  public enum State {
    /** As it should be. */
    OK,
    /** An evaluation is possible, but tells less. */
    LIMITED,
    /** No evaluation is possible. */
    MISSING
  }

  static Diagnosis ok(String subject, String found, String meaning) {
    return new Diagnosis(subject, State.OK, found, meaning);
  }

  static Diagnosis limited(String subject, String found, String meaning) {
    return new Diagnosis(subject, State.LIMITED, found, meaning);
  }

  static Diagnosis missing(String subject, String found, String meaning) {
    return new Diagnosis(subject, State.MISSING, found, meaning);
  }
}
