package org.activitysummary.benchmarks.plan;

import java.util.List;

/**
 * A statement as an implementation handed it to the driver.
 *
 * @param sql with question marks for its parameters
 * @param parameters how each was set, in the order they were set; empty for one without parameters
 */
record SentStatement(String sql, List<Parameter> parameters) {

  SentStatement {
    parameters = List.copyOf(parameters);
  }
}
