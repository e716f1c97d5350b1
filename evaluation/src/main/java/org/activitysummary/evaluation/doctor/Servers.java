package org.activitysummary.evaluation.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;

/** Tries PostgreSQL and Docker. */
final class Servers {

  private static final double MILLIS_PER_SECOND = 1000;

  private Servers() {}

  /** Returns whether the database opens, and whether its processes can be watched from here. */
  static List<Diagnosis> database(DatabaseLocation location) {
    long start = System.nanoTime();
    try (Database database = Database.open(location)) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      String found =
          String.format(
              Locale.ROOT,
              "%s, version %s, opened in %.1f s",
              database.kind(),
              database.version(),
              took.toMillis() / MILLIS_PER_SECOND);
      return List.of(
          Diagnosis.ok("PostgreSQL", found, "what the implementations ask"), watched(database));
    } catch (TestbedException e) {
      return List.of(
          Diagnosis.missing("PostgreSQL", location.toString(), String.valueOf(e.getMessage())));
    }
  }

  private static Diagnosis watched(Database database) {
    return database.serverProcessId().isPresent()
        ? Diagnosis.ok(
            "server memory", "its processes are on this machine", "memory cannot move there unseen")
        : Diagnosis.limited(
            "server memory",
            "its processes cannot be seen",
            "memory and processor time of the server stay unknown; use --database embedded for them");
  }

  /** Returns whether Docker answers; only one kind of database needs it. */
  static Diagnosis docker(DatabaseLocation location) {
    boolean needed = location instanceof DatabaseLocation.Container;
    if (DockerPing.answers(System.getenv("DOCKER_HOST"))) {
      return Diagnosis.ok("Docker", "answers", "--database testcontainers can be used");
    }
    return needed
        ? Diagnosis.missing("Docker", "does not answer", "start it, or use --database embedded")
        : Diagnosis.ok(
            "Docker",
            "does not answer",
            "only --database testcontainers needs it, start it for that");
  }
}
