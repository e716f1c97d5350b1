package org.activitysummary.benchmarks.plan;

import java.util.Optional;

/**
 * A value that was set in a prepared statement.
 *
 * @param number of the parameter, from 1 on
 * @param value null for SQL's NULL
 */
record Parameter(int number, Object value) {

  /** Returns the value as SQL would write it; empty for one that has no such form here. */
  Optional<String> literal() {
    if (value == null) {
      return Optional.of("NULL");
    }
    if (value instanceof Number || value instanceof Boolean) {
      return Optional.of(value.toString());
    }
    return value instanceof String text
        ? Optional.of("'" + text.replace("'", "''") + "'")
        : Optional.empty();
  }
}
