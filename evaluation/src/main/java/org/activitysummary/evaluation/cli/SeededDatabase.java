package org.activitysummary.evaluation.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.environment.EnvironmentProbe;
import org.activitysummary.evaluation.process.JavaProcess;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.progress.LoadSteps;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.progress.Terminal;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.SeededSchema;
import org.activitysummary.testbed.target.Target;

/**
 * A server with a dataset in it, for as long as a command asks.
 *
 * @param database the server
 * @param schema with the rows
 * @param target the reader's connection and the users
 * @param environment where it runs
 * @param block the dataset as in reports
 * @param progress on standard error, so that tables on standard output stay alone
 */
record SeededDatabase(
    Database database,
    EventsSchema schema,
    Target target,
    Environment environment,
    Report.DatasetBlock block,
    Progress progress) {

  /**
   * Returns what is found out about a dataset; its rows are gone afterwards, unless they are kept.
   *
   * @param location where
   * @param spec of the dataset
   * @param question asked once
   */
  static <T> T ask(
      DatabaseLocation location, DatasetSpec spec, Function<SeededDatabase, T> question) {
    JavaProcess.dieTogether();
    Progress progress = new ConsoleProgress(System.err, Terminal.ofThisProcess().interactive());
    Dataset dataset = Dataset.of(spec);
    try (Database database = Database.open(location)) {
      Environment environment = EnvironmentProbe.take(database);
      Instant start = Instant.now();
      LoadSteps steps = new LoadSteps(progress);
      steps.start();
      try (SeededSchema rows =
          SeededSchema.provide(
              database,
              "activity_summary_asked_" + ProcessHandle.current().pid(),
              dataset,
              steps)) {
        steps.end();
        return question.apply(
            new SeededDatabase(
                database,
                rows.schema(),
                new Target(rows.schema().reader(), dataset.users()),
                environment.readBy(rows.schema().readerDescription()),
                block(dataset, Duration.between(start, Instant.now())),
                progress));
      }
    }
  }

  private static Report.DatasetBlock block(Dataset dataset, Duration load) {
    return new Report.DatasetBlock(
        dataset.spec().toMap(),
        dataset.spec().seed(),
        dataset.fingerprint(),
        dataset.rows(),
        load.toMillis() / 1000.0,
        dataset.users());
  }
}
