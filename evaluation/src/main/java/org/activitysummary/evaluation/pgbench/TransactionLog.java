package org.activitysummary.evaluation.pgbench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The log that {@code pgbench --log} writes: a line for each transaction, "client transaction time
 * script seconds microseconds", the time in whole microseconds and when it ended.
 *
 * <p>The time itself is not always one: the program reads the clock only after it has waited for
 * the server, and where the answer is there sooner, as often on a busy machine, it notes 0 and adds
 * the time to the next transaction. The one client works without a break, so what counts is how far
 * apart transactions end; those that ended at one reading of the clock share the time up to it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgbench.html">pgbench, Per-Transaction
 *     Logging</a>
 */
final class TransactionLog {

  private static final int TIME = 2;
  private static final int SECONDS = 4;
  private static final int MICROSECONDS = 5;
  private static final int FIELDS = 6;

  private TransactionLog() {}

  /**
   * Returns the durations of the transactions in nanoseconds, in their order.
   *
   * @throws EvaluationException if a transaction failed, or was not logged as described, or the
   *     clock stood still
   */
  static long[] nanos(List<String> lines) {
    long[] nanos = new long[lines.size()];
    long last = 0;
    int next = 0;
    for (int i = 0; i < nanos.length; i++) {
      String[] fields = fields(lines.get(i));
      long end = 1_000_000 * Long.parseLong(fields[SECONDS]) + Long.parseLong(fields[MICROSECONDS]);
      last = i == 0 ? end - Long.parseLong(fields[TIME]) : last;
      if (end > last) {
        Arrays.fill(nanos, next, i + 1, 1_000 * (end - last) / (i + 1 - next));
        last = end;
        next = i + 1;
      }
    }
    if (next == 0 && nanos.length > 0) {
      throw refused(lines.get(0));
    }
    // No later reading tells how long these took.
    return Arrays.copyOf(nanos, next);
  }

  private static String[] fields(String line) {
    String[] fields = line.trim().split("\\s+");
    if (fields.length < FIELDS
        || !Stream.of(TIME, SECONDS, MICROSECONDS).allMatch(i -> fields[i].matches("\\d{1,12}"))) {
      throw refused(line);
    }
    return fields;
  }

  private static EvaluationException refused(String line) {
    return new EvaluationException(
        "pgbench must log 'client transaction microseconds ...' but logged '%s'; leave it out with --yardsticks"
            .formatted(line));
  }
}
