package org.activitysummary.testbed.conformance;

import java.util.List;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.testbed.schema.EventsSchema;

/** Asks an implementation each case. */
public final class ConformanceRunner {
  public ConformanceRunner(EventsSchema scratch, UserActivityService service) {}

  public List<ConformanceResult> run(List<ConformanceCase> cases) {
    throw new UnsupportedOperationException("in work");
  }
}
