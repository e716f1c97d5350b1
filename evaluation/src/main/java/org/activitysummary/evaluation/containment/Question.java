package org.activitysummary.evaluation.containment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One call that an implementation is to make.
 *
 * @param target file that says where to connect
 * @param pool what is special about the pool
 * @param userId whom to ask about
 */
public record Question(String target, Pool pool, long userId) {

  /** What is special about the pool that an implementation is given. */
  public enum Pool {
    /** As every measurement has it. */
    USUAL,
    /** Closed before the first call. */
    CLOSED,
    /** The server explains every statement. */
    EXPLAINED
  }

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException naming what is
   */
  public Question {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(pool, "pool");
  }

  /** Returns the question with a pool as every measurement has it. */
  public static Question about(Path target, long userId) {
    return new Question(target.toString(), Pool.USUAL, userId);
  }

  @JsonIgnore
  Path targetFile() {
    return Path.of(target);
  }
}
