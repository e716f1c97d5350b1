package org.activitysummary.evaluation.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a fork as the JVM keeps them once they are read and verified (class data sharing),
 * so that every further fork starts sooner. Nothing that is timed depends on it; a JVM that cannot
 * make such an archive, or not of this class path, goes without.
 */
final class ClassArchive {

  /** As in reports, where the folder of one run would tell nothing. */
  private static final String NAME = "classes.jsa";

  private static final String USE = "-XX:SharedArchiveFile=";

  private final Path file;

  /**
   * Names an archive that may not exist.
   *
   * @param directory where it would be
   */
  ClassArchive(Path directory) {
    this.file = directory.resolve(NAME);
  }

  /** Returns whether there is one. */
  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Forgets an archive whose JVM did not end well. */
  void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /** Returns the flag with which a JVM makes it when it ends. */
  String making() {
    return "-XX:ArchiveClassesAtExit=" + file;
  }

  /** Returns the flags with which a JVM starts from it; none if there is no archive. */
  List<String> using() {
    return exists() ? List.of(USE + file) : List.of();
  }

  /** Returns the same flags without the folder. */
  List<String> reported() {
    return exists() ? List.of(USE + NAME) : List.of();
  }
}
