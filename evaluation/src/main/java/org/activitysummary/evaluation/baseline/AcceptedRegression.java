package org.activitysummary.evaluation.baseline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A regression that is known and allowed for a time.
 *
 * @param implementation it is about
 * @param size rows of the user asked about; null for a quantity of all sizes
 * @param quantity its name
 * @param upTo the worst value that is allowed, in the unit of the quantity
 * @param reason why
 * @param expires the last day on which it is allowed, ISO 8601
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedRegression(
    String implementation,
    Integer size,
    String quantity,
    double upTo,
    String reason,
    String expires) {

  /**
   * Checks that it says why and until when.
   *
   * @throws IllegalArgumentException if not
   */
  public AcceptedRegression {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("an accepted regression needs a reason");
    }
    try {
      LocalDate.parse(String.valueOf(expires));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expires must be a day such as 2030-01-31 but is '%s'".formatted(expires), e);
    }
  }

  /** Returns whether it no longer holds on a day. */
  boolean expiredOn(LocalDate day) {
    return day.isAfter(LocalDate.parse(expires));
  }

  boolean isAbout(Quantity other) {
    return other.isAbout(implementation, size, quantity);
  }
}
