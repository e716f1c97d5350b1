package org.activitysummary.evaluation.pgbench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The log that {@code pgbench --log} writes: a line for each transaction, "client transaction time
 * script epoch microseconds", the time in whole microseconds.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgbench.html">pgbench, Per-Transaction
 *     Logging</a>
 */
final class TransactionLog {

  private static final int TIME = 2;
  private static final int FIELDS = 6;

  private TransactionLog() {}

  /**
   * Returns the durations of the transactions in nanoseconds, in their order.
   *
   * @throws EvaluationException if a transaction failed, or was not logged as described
   */
  static long[] nanos(List<String> lines) {
    return lines.stream().mapToLong(TransactionLog::nanos).toArray();
  }

  private static long nanos(String line) {
    String[] fields = line.trim().split("\\s+");
    if (fields.length < FIELDS || !fields[TIME].matches("\\d{1,12}")) {
      throw new EvaluationException(
          "pgbench must log 'client transaction microseconds ...' but logged '%s'; leave it out with --yardsticks"
              .formatted(line));
    }
    return TimeUnit.MICROSECONDS.toNanos(Long.parseLong(fields[TIME]));
  }
}
