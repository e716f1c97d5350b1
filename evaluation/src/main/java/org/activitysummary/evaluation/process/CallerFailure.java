package org.activitysummary.evaluation.process;

/** A calling process failed; the message says at what and why, in one line. */
public final class CallerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
