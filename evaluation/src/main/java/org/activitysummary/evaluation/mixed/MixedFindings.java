package org.activitysummary.evaluation.mixed;

import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.report.Report;

/**
 * All that one run found about mixed users. Times in milliseconds.
 *
 * @param environment where
 * @param dataset the users asked about
 * @param connection the subject on one connection
 * @param callers the subject and others by turns
 */
public record MixedFindings(
    Environment environment,
    Report.DatasetBlock dataset,
    SharedConnectionFinding connection,
    CallersFinding callers) {

  /**
   * Returns whether the subject answered every call rightly and none of its plans changed; plans
   * that could not be seen do not count against it.
   */
  public boolean subjectSound() {
    return connection.wrong() == 0
        && connection.plans().changes() == 0
        && callers.implementations().get(0).sound();
  }
}
