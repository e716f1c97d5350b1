package org.activitysummary.testbed.event;

import java.util.Objects;

/**
 * One stored row of the table {@code events}.
 *
 * @param id the event's id; copies repeat it
 * @param userId whose event it is
 * @param type {@code click}, {@code view}, {@code purchase} or anything else; never null
 * @param metadata JSON text, or null for SQL NULL (the text {@code null} is JSON null)
 */
public record Event(long id, long userId, String type, String metadata) {

  /**
   * Checks that there is a type.
   *
   * @throws NullPointerException if {@code type} is null
   */
  public Event {
    Objects.requireNonNull(type, "type");
  }
}
