package org.activitysummary.evaluation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a dead process left on standard error, in one line. */
public final class ErrorOutput {

  private ErrorOutput() {}

  /**
   * Returns the first line that names an exception or error, else the first with an exit code, else
   * the last line, else a phrase.
   */
  public static String summaryOf(Path errors) {
    List<String> lines = lines(errors);
    return first(lines, line -> line.contains("Error") || line.contains("Exception"))
        .or(() -> first(lines, line -> line.contains("exit code")))
        .orElse(lines.isEmpty() ? "nothing on standard error" : lines.get(lines.size() - 1))
        .strip();
  }

  private static Optional<String> first(List<String> lines, Predicate<String> wanted) {
    return lines.stream().filter(wanted).findFirst();
  }

  private static List<String> lines(Path errors) {
    try {
      return new String(Files.readAllBytes(errors), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      return List.of("standard error could not be read: " + e.getMessage());
    }
  }
}
