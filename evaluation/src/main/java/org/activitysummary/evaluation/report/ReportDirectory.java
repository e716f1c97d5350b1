package org.activitysummary.evaluation.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The folder of one run, {@code reports/YYYY-MM-DD/HH-MM-SS} in UTC: claimed and proven writable
 * before anything is measured, removed again if nothing came to be written.
 */
public final class ReportDirectory implements AutoCloseable {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Enough for a report with all its histograms, many times over. */
  private static final long NEEDED_BYTES = 20L << 20;

  private static final int ATTEMPTS = 60;

  private final Path path;

  private ReportDirectory(Path path) {
    this.path = path;
  }

  /**
   * Returns a folder that no other run has; a run that starts in the same second as another gets
   * the next second.
   *
   * @param reports the folder of all runs; created if missing
   * @param startedAt names the folder
   * @throws EvaluationException if the folder cannot be created or written to, or the disk is full
   */
  public static ReportDirectory claim(Path reports, Instant startedAt) {
    try {
      Path claimed = createUnused(reports, startedAt);
      prove(claimed);
      return new ReportDirectory(claimed);
    } catch (IOException e) {
      throw new EvaluationException(
          "The reports folder %s must be writable but is not: %s; choose another with --reports"
              .formatted(reports.toAbsolutePath(), reason(e)),
          e);
    }
  }

  /**
   * Returns the folder of a run that was aborted.
   *
   * @param run the folder
   * @throws EvaluationException if it cannot be written to, or the disk is full
   */
  public static ReportDirectory reopen(Path run) {
    try {
      prove(run);
      return new ReportDirectory(run);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s must be writable but is not: %s; change its permissions, or start without --resume"
              .formatted(run.toAbsolutePath(), reason(e)),
          e);
    }
  }

  private static Path createUnused(Path reports, Instant startedAt) throws IOException {
    for (int seconds = 0; seconds < ATTEMPTS; seconds++) {
      Instant name = startedAt.plusSeconds(seconds);
      Path day = reports.resolve(DAY.format(name));
      Files.createDirectories(day);
      try {
        return Files.createDirectory(day.resolve(TIME.format(name)));
      } catch (FileAlreadyExistsException e) {
        // Another run has this second.
      }
    }
    throw new IOException("every second of the next minute is taken");
  }

  private static void prove(Path directory) throws IOException {
    Path proof = Files.createTempFile(directory, "proof", ".tmp");
    Files.write(proof, new byte[4096]);
    Files.delete(proof);
    long usable = Files.getFileStore(directory).getUsableSpace();
    if (usable < NEEDED_BYTES) {
      deleteIfEmpty(directory);
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%d MB are free and %d MB are needed",
              usable >> 20,
              NEEDED_BYTES >> 20));
    }
  }

  private static String reason(IOException e) {
    return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /**
   * Writes a file as a whole or not at all.
   *
   * @param name of the file in this folder
   * @param content its bytes
   * @return the file
   * @throws EvaluationException if it cannot be written
   */
  public Path write(String name, byte[] content) {
    Path file = path.resolve(name);
    Path unfinished = path.resolve(name + ".tmp");
    try {
      Files.write(unfinished, content);
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s could not be written: %s; free some space or choose another folder with --reports"
              .formatted(file, reason(e)),
          e);
    }
  }

  /** Removes the folder, and that of the day, if they are empty. */
  @Override
  public void close() {
    deleteIfEmpty(path);
    deleteIfEmpty(path.getParent());
  }

  private static void deleteIfEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Not empty: a report is in it.
    }
  }
}
