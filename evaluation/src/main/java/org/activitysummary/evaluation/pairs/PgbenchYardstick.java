package org.activitysummary.evaluation.pairs;

import java.util.Optional;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.pgbench.Executable;
import org.activitysummary.evaluation.pgbench.Pgbench;
import org.activitysummary.evaluation.run.WorkDirectory;
import org.activitysummary.testbed.target.Target;

/** {@code pgbench} with the plainest right statement, for as long as it is asked. */
public final class PgbenchYardstick implements AutoCloseable {

  /** What the yardstick is called. */
  public static final String NAME = PgbenchTurns.NAME;

  private static final String METHOD =
      "%s ran the statement of %s with -M prepared, in turns with the subject by blocks (A B B A) of %d"
          + " calls on a new connection each; the first %d more of each block are left out on both sides,"
          + " and connecting is in neither time.";

  private static final String MISSING =
      "No pgbench was found on the path or below /usr/lib/postgresql, so %s, a bare JDBC loop, stands"
          + " alone.";

  private static final String UNUSABLE = "%s, so %s, a bare JDBC loop, stands alone.";

  private final WorkDirectory work;
  private final Pgbench pgbench;
  private final String sentence;

  private PgbenchYardstick(WorkDirectory work, Pgbench pgbench, String sentence) {
    this.work = work;
    this.pgbench = pgbench;
    this.sentence = sentence;
  }

  /** Prepares it, or its absence: one that cannot ask this database counts as absent. */
  public static PgbenchYardstick open(Optional<Executable> executable, Target target) {
    if (executable.isEmpty()) {
      return new PgbenchYardstick(null, null, MISSING.formatted(PgbenchTurns.SAME_STATEMENT));
    }
    WorkDirectory work = WorkDirectory.create();
    Pgbench pgbench =
        new Pgbench(executable.get(), target.connection(), work.path(), PgbenchTurns.sql());
    try {
      pgbench.time(target.users().get(0).userId(), PgbenchTurns.SETTLING);
      return new PgbenchYardstick(work, pgbench, method(pgbench.version()));
    } catch (EvaluationException e) {
      pgbench.close();
      work.close();
      return new PgbenchYardstick(
          null, null, UNUSABLE.formatted(e.getMessage(), PgbenchTurns.SAME_STATEMENT));
    }
  }

  private static String method(String version) {
    return METHOD.formatted(
        version, PgbenchTurns.SAME_STATEMENT, PgbenchTurns.COUNTED, PgbenchTurns.SETTLING);
  }

  /** Returns it for the stage; null if there is none. */
  public Pgbench program() {
    return pgbench;
  }

  /**
   * Returns which program it is and how its turns differ, or why there is none, in one sentence.
   */
  public String sentence() {
    return sentence;
  }

  @Override
  public void close() {
    if (pgbench != null) {
      pgbench.close();
      work.close();
    }
  }
}
