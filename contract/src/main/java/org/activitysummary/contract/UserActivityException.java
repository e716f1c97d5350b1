package org.activitysummary.contract;

import java.util.Objects;

/**
 * The summary could not be had; the cause says why.
 *
 * <p>The only exception of {@link UserActivityService}. Nothing is known about the user's events
 * when it is thrown, and calling again is safe.
 */
public final class UserActivityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the user whose summary failed.
   *
   * @param userId the user asked for
   * @param cause what the database or the driver reported, not null
   */
  public UserActivityException(long userId, Throwable cause) {
    super(
        "No activity summary for user %d: %s"
            .formatted(userId, Objects.requireNonNull(cause, "cause").getMessage()),
        cause);
  }
}
