package org.activitysummary.testbed.dataset;

import java.util.Objects;
import org.activitysummary.contract.UserActivitySummary;

/**
 * One user of known size, and the answer that is right for them.
 *
 * @param size the size asked for in the {@link DatasetSpec}, in rows
 * @param userId the id to ask the implementations for
 * @param rows rows stored, copies included; equal to {@code size}
 * @param distinctEvents rows that are not copies, at most {@code rows}
 * @param expected the summary by construction
 */
public record SeededUser(
    int size, long userId, long rows, long distinctEvents, UserActivitySummary expected) {

  /**
   * Checks that the numbers can belong together.
   *
   * @throws IllegalArgumentException if a number is negative or there are more events than rows
   */
  public SeededUser {
    Objects.requireNonNull(expected, "expected");
    if (size < 0 || rows < 0 || distinctEvents < 0) {
      throw new IllegalArgumentException(
          "size, rows and distinctEvents must be at least 0 but are %d, %d and %d"
              .formatted(size, rows, distinctEvents));
    }
    if (distinctEvents > rows) {
      throw new IllegalArgumentException(
          "distinctEvents must be at most rows = %d but is %d".formatted(rows, distinctEvents));
    }
  }
}
