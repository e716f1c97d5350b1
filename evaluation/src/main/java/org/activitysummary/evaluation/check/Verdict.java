package org.activitysummary.evaluation.check;

/** What a check says of an implementation. */
public enum Verdict {
  /** The evidence shows that the requirement is met. */
  PASS,
  /** The evidence shows that it is not. */
  FAIL,
  /** It is not met, as foreseen and explained; does not fail the run. */
  EXPECTED_FAIL,
  /** It is met although it should not be: either the implementation or the check has changed. */
  UNEXPECTED_PASS,
  /** The evidence is missing or too noisy to say; never counted as a pass. */
  INCONCLUSIVE
}
