package org.activitysummary.alternatives;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.activitysummary.contract.UserActivitySummary;

/** Reads summaries as the statements of this module return them. */
final class Summaries {

  private Summaries() {}

  /** Returns the summary of a result that has one row. */
  static UserActivitySummary onlyRow(ResultSet row) throws SQLException {
    row.next();
    return new UserActivitySummary(
        row.getLong("click"),
        row.getLong("view"),
        row.getLong("purchase"),
        row.getBigDecimal("total_value"));
  }
}
