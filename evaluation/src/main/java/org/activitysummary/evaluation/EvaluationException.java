package org.activitysummary.evaluation;

/**
 * The evaluation could not be carried out; exit code 2.
 *
 * <p>The message is one line: what was expected, what was found, and the way out.
 */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * States the trouble.
   *
   * @param message one line
   */
  public EvaluationException(String message) {
    super(message);
  }

  /**
   * States the trouble and what lies under it.
   *
   * @param message one line
   * @param cause may be null
   */
  public EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
