package org.activitysummary.evaluation.cli;

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

  /**
   * Returns the place, not opened yet.
   *
   * @throws org.activitysummary.testbed.TestbedException if there is no such kind of place
   */
  DatabaseLocation location() {
    return DatabaseLocation.parse(database);
  }
}
