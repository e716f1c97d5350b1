package org.activitysummary.testbed.conformance;

import java.util.List;
import java.util.Objects;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.Event;

/**
 * One sentence of the contract with rows and the answer written by hand.
 *
 * @param name unique, lower-case words with hyphens
 * @param category which check of an evaluation the case belongs to
 * @param why what an implementation that fails it gets wrong, one line
 * @param userId whom to ask for
 * @param rows the whole table in storage order; may be empty, may hold other users
 * @param expected the only right answer
 */
public record ConformanceCase(
    String name,
    Category category,
    String why,
    long userId,
    List<Event> rows,
    UserActivitySummary expected) {

  /** What a case is about. */
  public enum Category {
    /** Which rows count, and where. */
    COUNTING,
    /** The ends of ranges, empty tables, hostile texts. */
    EDGE,
    /** Copies: near, far, disagreeing. */
    DEDUPLICATION,
    /** What is a price, and exact sums. */
    PRICE
  }

  /**
   * Checks that nothing is null, and keeps a copy of the rows.
   *
   * @throws NullPointerException naming what is null
   */
  public ConformanceCase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(why, "why");
    rows = List.copyOf(rows);
    Objects.requireNonNull(expected, "expected");
  }
}
