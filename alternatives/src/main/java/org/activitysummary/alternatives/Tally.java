package org.activitysummary.alternatives;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.activitysummary.contract.UserActivitySummary;

/** Adds up rows that come in storage order, of each id the first. Grows with the user's ids. */
final class Tally {

  private final Set<Long> seen = new HashSet<>();
  private long click;
  private long view;
  private long purchase;
  private BigDecimal totalValue = BigDecimal.ZERO;

  /** Adds all rows that the result has left. */
  void addAll(ResultSet rows) throws SQLException {
    while (rows.next()) {
      if (seen.add(rows.getLong("id"))) {
        add(rows.getString("type"), rows);
      }
    }
  }

  private void add(String type, ResultSet row) throws SQLException {
    switch (type) {
      case "click" -> click++;
      case "view" -> view++;
      case "purchase" -> {
        purchase++;
        BigDecimal price = row.getBigDecimal("price");
        totalValue = price == null ? totalValue : totalValue.add(price);
      }
      default -> {
        // Counts nowhere, but its id is taken.
      }
    }
  }

  UserActivitySummary summary() {
    return new UserActivitySummary(click, view, purchase, totalValue);
  }
}
