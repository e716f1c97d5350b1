package org.activitysummary.testbed.conformance;

import java.util.List;
import java.util.Objects;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.schema.EventsSchema;

/**
 * Asks an implementation cases, one after the other: stores its rows in place of the last one's,
 * asks.
 *
 * <p>An implementation that throws or answers wrongly does not end the run.
 */
public final class ConformanceRunner {

  private final EventsSchema scratch;
  private final UserActivityService service;

  /**
   * Prepares to ask an implementation.
   *
   * @param scratch whose table is filled again and again
   * @param service the implementation, reading that table
   */
  public ConformanceRunner(EventsSchema scratch, UserActivityService service) {
    this.scratch = Objects.requireNonNull(scratch, "scratch");
    this.service = Objects.requireNonNull(service, "service");
  }

  /**
   * Returns what the implementation made of each case.
   *
   * @param cases in the order to ask
   * @return one result a case, in the same order
   * @throws org.activitysummary.testbed.TestbedException if the rows cannot be stored
   */
  public List<ConformanceResult> run(List<ConformanceCase> cases) {
    return cases.stream().map(this::run).toList();
  }

  private ConformanceResult run(ConformanceCase conformanceCase) {
    scratch.replace(conformanceCase.rows());
    try {
      UserActivitySummary answer = service.fetchUserActivitySummary(conformanceCase.userId());
      return new ConformanceResult(conformanceCase, answer, null);
    } catch (RuntimeException e) {
      return new ConformanceResult(conformanceCase, null, e);
    }
  }
}
