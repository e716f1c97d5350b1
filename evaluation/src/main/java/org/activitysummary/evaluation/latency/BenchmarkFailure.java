package org.activitysummary.evaluation.latency;

/** A fork died, was ended, or found a wrong answer; the message says which, in one line. */
final class BenchmarkFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String implementation;

  /**
   * Makes a failure.
   *
   * @param implementation the one to blame
   */
  BenchmarkFailure(String implementation, String message, Throwable cause) {
    super(message, cause);
    this.implementation = implementation;
  }

  /** Returns the name of the one to blame. */
  String implementation() {
    return implementation;
  }
}
