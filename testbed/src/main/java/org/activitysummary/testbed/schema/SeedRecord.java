package org.activitysummary.testbed.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.activitysummary.testbed.TestbedException;

/**
 * What a kept data directory was seeded with, and under what; a file in it that appears when the
 * seeding is complete.
 *
 * @param facts names and values, each of which the next run must find the same
 */
record SeedRecord(Properties facts) {

  private static final String FILE = "seed.properties";

  /** Returns the record of a folder, or nothing where no seeding was completed. */
  static Optional<SeedRecord> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      facts.load(reader);
      return Optional.of(new SeedRecord(facts));
    } catch (IOException | IllegalArgumentException e) {
      throw new TestbedException(
          "Expected what was seeded in %s but: %s; remove %s and run again"
              .formatted(file, e, directory),
          e);
    }
  }

  /** Writes the record as a whole. */
  void write(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      Path draft = Files.createTempFile(directory, "seed", ".tmp");
      try (Writer writer = Files.newBufferedWriter(draft)) {
        facts.store(writer, null);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TestbedException(
          "Expected to write %s but: %s; choose a folder that you may write to".formatted(file, e),
          e);
    }
  }

  /**
   * Returns what differs.
   *
   * @param now the same facts as they are now
   * @return "name was this and is that" for each, by name; empty if nothing does
   */
  List<String> differencesTo(SeedRecord now) {
    TreeSet<String> names = new TreeSet<>(facts.stringPropertyNames());
    names.addAll(now.facts.stringPropertyNames());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String then = facts.getProperty(name, "absent");
      String present = now.facts.getProperty(name, "absent");
      if (!then.equals(present)) {
        differences.add("%s was %s and is %s".formatted(name, then, present));
      }
    }
    return differences;
  }
}
