package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.DatabaseLocation;
import picocli.CommandLine.Option;

/** Where the database is. */
final class DatabaseOption {

  @Option(
      names = "--database",
      defaultValue = "embedded",
      paramLabel = "<where>",
      description =
          "embedded, testcontainers, testcontainers:<image>, or jdbc:postgresql://... with the"
              + " password in PGPASSWORD. Default: embedded")
  private String database;

  @Option(
      names = "--reuse-data",
      paramLabel = "<folder>",
      description =
          "Keeps the embedded database's data in this folder, and uses what an earlier run left"
              + " there if it is of the same dataset, server and settings.")
  private Path reusedData;

  /**
   * Returns the place, not opened yet.
   *
   * @throws org.activitysummary.testbed.TestbedException if there is no such kind of place
   * @throws EvaluationException if data are to be kept of a server that is not ours
   */
  DatabaseLocation location() {
    DatabaseLocation location = DatabaseLocation.parse(database);
    if (reusedData == null) {
      return location;
    }
    if (!(location instanceof DatabaseLocation.Embedded)) {
      throw new EvaluationException(
          "--reuse-data needs --database embedded but found --database %s; leave one of them out"
              .formatted(location));
    }
    return new DatabaseLocation.Kept(reusedData);
  }
}
