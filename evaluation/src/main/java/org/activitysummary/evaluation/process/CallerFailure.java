package org.activitysummary.evaluation.process;

/** A calling process failed; the message says at what and why, in one line. */
public final class CallerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean timedOut;

  CallerFailure(String message, Throwable cause) {
    super(message, cause);
    this.timedOut = cause instanceof CallerFailure failure && failure.timedOut;
  }

  private CallerFailure(String message) {
    super(message);
    this.timedOut = true;
  }

  static CallerFailure afterTimeout(String message) {
    return new CallerFailure(message);
  }

  /** Returns whether the process was ended because it took too long. */
  public boolean timedOut() {
    return timedOut;
  }
}
