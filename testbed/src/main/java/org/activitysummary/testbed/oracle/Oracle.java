package org.activitysummary.testbed.oracle;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.Event;

/**
 * The contract read out loud, over rows in memory: the judge of every implementation.
 *
 * <p>It shares no code with any of them, down to the JSON reader, so that a common mistake is
 * unlikely. It is written to be read, not to be fast.
 */
public final class Oracle {

  private Oracle() {}

  /**
   * Returns the summary that the contract demands.
   *
   * @param storageOrder rows of any users, the first stored one first
   * @param userId whose summary; need not occur
   * @return the summary, never null
   * @throws IllegalArgumentException if metadata of the user's purchases is not JSON
   */
  public static UserActivitySummary summarize(List<Event> storageOrder, long userId) {
    Set<Long> seen = new HashSet<>();
    long click = 0;
    long view = 0;
    long purchase = 0;
    BigDecimal totalValue = BigDecimal.ZERO;
    for (Event event : storageOrder) {
      if (event.userId() != userId || !seen.add(event.id())) {
        continue;
      }
      switch (event.type()) {
        case "click" -> click++;
        case "view" -> view++;
        case "purchase" -> {
          purchase++;
          totalValue = totalValue.add(Price.of(event.metadata()));
        }
        default -> {
          // Other types take up their id, and count nowhere.
        }
      }
    }
    return new UserActivitySummary(click, view, purchase, totalValue);
  }
}
