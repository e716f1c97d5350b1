package org.activitysummary.evaluation.mixed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;

/** Asks about mixed users: one after the other on one connection, then by many callers at once. */
public final class MixedStage {

  private final Database database;
  private final EventsSchema schema;
  private final Target target;
  private final Path targetFile;
  private final Progress progress;

  /**
   * Prepares to ask.
   *
   * @param database the server
   * @param schema with the rows
   * @param target the reader's connection, and users of at least two sizes
   * @param targetFile the same, written
   * @param progress told of each round
   */
  public MixedStage(
      Database database, EventsSchema schema, Target target, Path targetFile, Progress progress) {
    this.database = database;
    this.schema = schema;
    this.target = target;
    this.targetFile = targetFile;
    this.progress = progress;
  }

  /**
   * How much is asked.
   *
   * @param rounds of each of the two parts
   * @param turns calls about the smallest user in a round on one connection
   * @param callers at once
   * @param passes through all users by each caller in a round
   */
  public record Extent(int rounds, int turns, int callers, int passes) {

    private static final int FEWEST_ROUNDS = 2;

    /**
     * Checks that there is something to compare.
     *
     * @throws EvaluationException if not
     */
    public Extent {
      if (rounds < FEWEST_ROUNDS || turns < 1 || callers < 1 || passes < 1) {
        throw new EvaluationException(
            "--rounds must be at least 2, --turns and --callers at least 1, but they are %d, %d and %d"
                .formatted(rounds, turns, callers));
      }
    }
  }

  /**
   * Returns what is found.
   *
   * @param implementations the first is the subject
   * @param extent how much to ask
   * @param environment where
   * @param dataset the users asked about
   */
  public MixedFindings ask(
      List<String> implementations,
      Extent extent,
      Environment environment,
      Report.DatasetBlock dataset) {
    SharedConnectionStage shared =
        new SharedConnectionStage(
            target,
            new PlanWatch(database.owner(schema.name())),
            extent.rounds(),
            extent.turns(),
            progress);
    CallersStage callers =
        new CallersStage(
            targetFile,
            target.users().size(),
            extent.callers(),
            extent.rounds(),
            extent.passes(),
            progress);
    try (Connection server = schema.connectAsOwner()) {
      return new MixedFindings(
          environment,
          dataset,
          shared.ask(implementations.get(0)),
          callers.ask(implementations, server));
    } catch (SQLException e) {
      throw new EvaluationException(
          "The server was expected to take one more connection but: " + e.getMessage(), e);
    }
  }
}
