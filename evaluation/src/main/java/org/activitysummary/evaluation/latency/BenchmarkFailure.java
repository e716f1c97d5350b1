package org.activitysummary.evaluation.latency;

/** A fork died, was ended, or found a wrong answer; the message says which, in one line. */
final class BenchmarkFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BenchmarkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
