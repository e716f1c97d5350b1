package org.activitysummary.evaluation.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.ConformanceStage;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.guard.SchemaGuard;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;

/**
 * A place where one fault at a time is asked and watched: a seeded schema, and one whose rows may
 * come and go, both of its own. Faults in different lanes do not see each other.
 */
final class ProofLane implements AutoCloseable {

  private static final int RANDOM_USERS = 4;

  /** Small data need little, and faults that hang or eat the heap should not cost much. */
  private static final Containment CONTAINMENT = new Containment(Duration.ofSeconds(5), 128);

  private final EventsSchema seeded;
  private final EventsSchema scratch;
  private final Target target;
  private final Path targetFile;
  private final ConformanceStage stage;

  private ProofLane(Dataset dataset, EventsSchema seeded, EventsSchema scratch, Path work) {
    this.seeded = seeded;
    this.scratch = scratch;
    this.target = new Target(seeded.reader(), dataset.users());
    this.targetFile = work.resolve("planted.properties");
    target.write(targetFile);
    this.stage =
        new ConformanceStage(
            scratch, target, work, CONTAINMENT, RANDOM_USERS, dataset.spec().seed());
  }

  /**
   * What is known of a fault before anything is measured.
   *
   * @param conformance its answers
   * @param watches what it did to the catalogs, by its name
   */
  record Answers(Conformance conformance, Map<String, SchemaGuard.SchemaWatch> watches) {}

  /**
   * Makes a lane.
   *
   * @param number tells it from the others of a run
   * @param run id of the run, with which the names of its schemas end
   * @param work a folder for files that live as long as the lane
   */
  static ProofLane open(Database database, int number, String run, Path work, Dataset dataset) {
    EventsSchema seeded =
        EventsSchema.create(database, "activity_summary_planted%d_%s".formatted(number, run));
    try {
      seeded.load(dataset, LoadProgress.SILENT);
      EventsSchema scratch =
          EventsSchema.create(database, "activity_summary_asked%d_%s".formatted(number, run));
      try {
        Path folder = Files.createDirectory(work.resolve("lane-" + number));
        return new ProofLane(dataset, seeded, scratch, folder);
      } catch (IOException e) {
        scratch.close();
        throw new UncheckedIOException("No folder for a lane below " + work, e);
      }
    } catch (RuntimeException e) {
      seeded.close();
      throw e;
    }
  }

  /** Returns the seeded users and how to connect to them. */
  Target target() {
    return target;
  }

  /** Returns the file that says the same. */
  Path targetFile() {
    return targetFile;
  }

  /** Returns what a fault answers and does to the catalogs. */
  Answers ask(PlantedFault fault) {
    SchemaGuard guard = new SchemaGuard(seeded);
    Conformance conformance = stage.ask(fault.name());
    vandalize(fault, guard);
    return new Answers(conformance, guard.watches());
  }

  private void vandalize(PlantedFault fault, SchemaGuard guard) {
    try (Connection owner = seeded.connectAsOwner()) {
      fault.vandalize(owner);
      guard.inspect(fault.name());
      fault.repair(owner);
    } catch (SQLException e) {
      throw new EvaluationException(
          "The fault %s could not be planted: %s".formatted(fault.name(), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try (seeded) {
      scratch.close();
    }
  }
}
