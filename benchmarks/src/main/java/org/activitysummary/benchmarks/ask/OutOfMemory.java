package org.activitysummary.benchmarks.ask;

import java.sql.SQLException;

/** Tells a lack of memory from other failures. */
final class OutOfMemory {

  /** The driver reports its own lack of memory as the server's: {@code out_of_memory}. */
  private static final String OUT_OF_MEMORY = "53200";

  private OutOfMemory() {}

  /** Returns whether this process ran out of memory, whoever caught it first. */
  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      if (cause instanceof SQLException sql && OUT_OF_MEMORY.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
