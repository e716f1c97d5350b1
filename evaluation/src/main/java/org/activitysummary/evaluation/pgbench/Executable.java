package org.activitysummary.evaluation.pgbench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/**
 * The program {@code pgbench}.
 *
 * @param path of a file that can be executed
 */
public record Executable(Path path) {

  private static final String NAME = "pgbench";

  /** Where Debian keeps the programs of each version, most of them on nobody's path. */
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  /**
   * Returns the one that somebody named.
   *
   * @throws EvaluationException if it cannot be executed
   */
  public static Executable named(Path path) {
    if (!runs(path)) {
      throw new EvaluationException(
          "--pgbench must name a program but %s cannot be executed; leave it out to have it looked for"
              .formatted(path));
    }
    return new Executable(path);
  }

  /** Returns the first on the path, else the newest of those that Debian keeps; empty if none. */
  public static Optional<Executable> find() {
    return find(System.getenv().getOrDefault("PATH", ""), VERSIONS);
  }

  static Optional<Executable> find(String searchPath, Path versions) {
    List<Path> folders = new ArrayList<>();
    for (String folder : searchPath.split(File.pathSeparator)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    newestFirst(versions).forEach(version -> folders.add(version.resolve("bin")));
    return folders.stream()
        .map(folder -> folder.resolve(NAME))
        .filter(Executable::runs)
        .findFirst()
        .map(Executable::new);
  }

  private static List<Path> newestFirst(Path versions) {
    try (Stream<Path> entries = Files.list(versions)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\d{1,4}"))
          .sorted(Comparator.comparing(Executable::number).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static int number(Path version) {
    return Integer.parseInt(version.getFileName().toString());
  }

  private static boolean runs(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
