package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.DatabaseLocation;
import picocli.CommandLine.Option;

/** Where the database is, and how to get there. */
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

  @Option(
      names = "--password-file",
      paramLabel = "<file>",
      description = "Its first line is the password for the URL, in place of PGPASSWORD.")
  private Path passwordFile;

  @Option(
      names = "--pooler",
      paramLabel = "<url>",
      defaultValue = "",
      description =
          "jdbc:postgresql://... of a connection pooler, such as PgBouncer in transaction mode, that"
              + " the implementations go through. The evaluation itself goes to --database.")
  private String pooler;

  /**
   * Returns the place, not opened yet.
   *
   * @throws TestbedException if there is no such kind of place
   * @throws EvaluationException if an option does not go with that place
   */
  DatabaseLocation location() {
    DatabaseLocation location = DatabaseLocation.parse(database);
    if (reusedData != null) {
      require("--reuse-data", "embedded", location instanceof DatabaseLocation.Embedded);
      location = new DatabaseLocation.Kept(reusedData);
    }
    if (passwordFile != null || !pooler.isEmpty()) {
      require(
          "--password-file or --pooler",
          "jdbc:postgresql://...",
          location instanceof DatabaseLocation.External);
    }
    return location instanceof DatabaseLocation.External external
        ? new DatabaseLocation.External(external.url(), pooler, passwordFile)
        : location;
  }

  private void require(String option, String place, boolean met) {
    if (!met) {
      throw new EvaluationException(
          "%s needs --database %s but found --database %s; leave one of them out"
              .formatted(option, place, DatabaseLocation.parse(database)));
    }
  }
}
