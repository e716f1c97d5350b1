package org.activitysummary.evaluation.candidate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/**
 * A candidate by its Maven coordinate.
 *
 * <p>Maven itself is asked for the class path, so that the user's own repositories, mirrors and
 * credentials count.
 *
 * @param group such as {@code com.example}
 * @param artifact such as {@code my-candidate}
 * @param version such as {@code 1.0}
 */
public record MavenArtifact(String group, String artifact, String version) {

  private static final String CLASS_PATH_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

  /** Also keeps what is typed out of the XML's own characters. */
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");

  /** A first download takes its time; a dead proxy takes for ever. */
  private static final long LIMIT_MINUTES = 5;

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.activitysummary</groupId>
        <artifactId>candidate-class-path</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <dependencies>
          <dependency>
            <groupId>%s</groupId>
            <artifactId>%s</artifactId>
            <version>%s</version>
          </dependency>
        </dependencies>
      </project>
      """;

  /**
   * Returns the artifact of a coordinate.
   *
   * @param coordinate {@code group:artifact:version}
   * @throws EvaluationException if it is none
   */
  public static MavenArtifact parse(String coordinate) {
    String[] parts = coordinate.split(":", -1);
    if (parts.length != 3 || !Stream.of(parts).allMatch(part -> PART.matcher(part).matches())) {
      throw new EvaluationException(
          "Expected a candidate as group:artifact:version but found '%s'".formatted(coordinate));
    }
    return new MavenArtifact(parts[0], parts[1], parts[2]);
  }

  /**
   * Returns the jars of the artifact and of all that it needs at run time.
   *
   * @throws EvaluationException if Maven is missing or does not find them
   */
  public List<Path> classPath() {
    try {
      Path folder = Files.createTempDirectory("activity-summary-candidate");
      Path pom = folder.resolve("pom.xml");
      Path output = folder.resolve("class-path.txt");
      Path log = folder.resolve("maven.log");
      try {
        Files.writeString(pom, POM.formatted(group, artifact, version));
        resolve(pom, output, log);
        return Arrays.stream(Files.readString(output).strip().split(File.pathSeparator))
            .map(Path::of)
            .toList();
      } finally {
        for (Path file : List.of(pom, output, log, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new EvaluationException(
          "Expected mvn to find %s but: %s; install Maven or use --candidate-jar"
              .formatted(this, e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }

  private void resolve(Path pom, Path output, Path log) throws IOException {
    Process maven =
        new ProcessBuilder(
                program(),
                "-B",
                "-q",
                "-f",
                pom.toString(),
                CLASS_PATH_GOAL,
                "-DincludeScope=runtime",
                "-Dmdep.outputFile=" + output)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!ended(maven) || maven.exitValue() != 0 || !Files.exists(output)) {
      throw new EvaluationException(
          "Expected mvn to find %s but: %s; install it, mend the coordinate or use --candidate-jar"
              .formatted(this, firstError(log)));
    }
  }

  private static boolean ended(Process maven) {
    try {
      boolean ended = maven.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      maven.destroyForcibly();
      return ended;
    } catch (InterruptedException e) {
      maven.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String program() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "mvn.cmd" : "mvn";
  }

  private static String firstError(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("ERROR"))
          .findFirst()
          .map(line -> line.replaceFirst("^.*?ERROR\\S*\\s*", ""))
          .orElse("it took more than %d minutes".formatted(LIMIT_MINUTES));
    }
  }
}
