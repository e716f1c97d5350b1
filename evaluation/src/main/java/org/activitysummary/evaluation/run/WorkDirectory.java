package org.activitysummary.evaluation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The folder of files that live as long as a run, such as the one with the reader's password;
 * removed at the end, on Ctrl-C too, and by the next run if this one was killed.
 */
public final class WorkDirectory implements AutoCloseable {

  private static final String PREFIX = "activity-summary-work-";

  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "work-directory"));
  }

  /**
   * Creates the folder below {@code java.io.tmpdir} after removing those of dead runs.
   *
   * @throws EvaluationException if there is no place for it
   */
  public static WorkDirectory create() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      removeThoseOfDeadRuns(temporary);
      return new WorkDirectory(
          Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw new EvaluationException(
          "The temporary folder %s must be writable but is not: %s; choose another with"
                  .formatted(temporary, e.getMessage())
              + " -Djava.io.tmpdir",
          e);
    }
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    remove(path);
  }

  private static void removeThoseOfDeadRuns(Path temporary) throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      entries.filter(WorkDirectory::isOfDeadRun).toList().forEach(WorkDirectory::remove);
    }
  }

  private static boolean isOfDeadRun(Path entry) {
    String name = entry.getFileName().toString();
    if (!name.startsWith(PREFIX) || !Files.isWritable(entry)) {
      return false;
    }
    String process = name.substring(PREFIX.length()).split("-")[0];
    return process.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty();
  }

  private static void remove(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + directory, e);
    }
  }
}
