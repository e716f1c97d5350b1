package org.activitysummary.evaluation.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.activitysummary.evaluation.EvaluationException;

/**
 * A Maven project with one candidate, written from the example that comes with this program.
 *
 * @param folder of the project
 * @param name of the candidate and the artifact
 */
public record CandidateProject(Path folder, String name) {

  /** The name of the example, which the new name replaces wherever it stands. */
  static final String EXAMPLE_NAME = "my-candidate";

  /** Every file of the example, by its path in the project. */
  static final List<String> FILES =
      List.of(
          "pom.xml",
          "src/main/java/example/MyCandidate.java",
          "src/main/resources/META-INF/services/org.activitysummary.contract.UserActivityServiceProvider");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Returns a new project.
   *
   * @param folder made by this; its last part becomes the candidate's name
   * @throws EvaluationException if the folder exists, cannot be written, or is no name
   */
  public static CandidateProject create(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    String name = String.valueOf(whole.getFileName());
    if (!NAME.matcher(name).matches()) {
      throw new EvaluationException(
          "A candidate's name must be lower-case letters, digits and hyphens but is '%s'; try my-candidate"
              .formatted(name));
    }
    if (Files.exists(whole)) {
      throw new EvaluationException(
          "Expected to write a new folder %s but it exists; choose another name".formatted(whole));
    }
    try {
      for (String file : FILES) {
        Path target = whole.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, template(file).replace(EXAMPLE_NAME, name));
      }
    } catch (IOException e) {
      throw new EvaluationException(
          "Expected to write %s but: %s; choose a folder that you may write to".formatted(whole, e),
          e);
    }
    return new CandidateProject(folder, name);
  }

  /** Returns the jar that {@code mvn package} makes in the project. */
  public Path jar() {
    return folder.resolve("target").resolve(name + ".jar");
  }

  /** Returns a file of the example, as it comes with this program. */
  static String template(String file) throws IOException {
    try (InputStream stream = CandidateProject.class.getResourceAsStream("example/" + file)) {
      return new String(Objects.requireNonNull(stream, file).readAllBytes(), UTF_8);
    }
  }
}
