package org.activitysummary.testbed.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one server keeps its data: a directory whose name says which process it belongs to, so that
 * what a killed process left behind is recognised from the moment it exists.
 */
final class RunDirectory {

  /** run-(process id)-(start of the process, epoch milliseconds)-(random) */
  private static final Pattern NAME = Pattern.compile("run-(\\d+)-(\\d+)-\\w+");

  /** Process starts are read off a clock that drifts against the one of the boot time. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

  private final Path path;
  private final Path data;

  private RunDirectory(Path path, Path data) {
    this.path = path;
    this.data = data;
  }

  private RunDirectory(Path path) {
    this(path, path.resolve("data"));
  }

  static RunDirectory create(Path parent) throws IOException {
    return new RunDirectory(newDirectory(parent));
  }

  /** Creates a run whose server keeps its data elsewhere, where they stay when the run is gone. */
  static RunDirectory withDataElsewhere(Path parent, Path data) throws IOException {
    return new RunDirectory(newDirectory(parent), data);
  }

  private static Path newDirectory(Path parent) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String prefix = "run-" + self.pid() + "-" + startMillis(self) + "-";
    return Files.createTempDirectory(parent, prefix);
  }

  /** Removes what processes that no longer live have left behind, their servers included. */
  static void sweep(Path parent) throws IOException {
    List<Path> runs;
    try (var children = Files.list(parent)) {
      runs = children.filter(child -> isLeftover(child.getFileName().toString())).toList();
    }
    for (Path run : runs) {
      new RunDirectory(run).remove();
    }
  }

  Path path() {
    return path;
  }

  Path data() {
    return data;
  }

  /** Stops the server that still runs on it, if any, and deletes everything. */
  void remove() throws IOException {
    Postmaster.stop(data());
    deleteTree();
  }

  private static boolean isLeftover(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        && !lives(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  private static boolean lives(long pid, long startMillis) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent()
        && Math.abs(startMillis(process.get()) - startMillis) <= START_TOLERANCE.toMillis();
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private void deleteTree() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Another sweep was faster.
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
