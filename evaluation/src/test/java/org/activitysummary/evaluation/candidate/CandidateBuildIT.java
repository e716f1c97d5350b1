package org.activitysummary.evaluation.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new candidate's project as its owner builds it: with its own POM, by Maven, and packaged. */
class CandidateBuildIT {

  private static final Path TOP = Path.of("..");
  private static final String VERSION = "1.0.0-SNAPSHOT";

  /** Maven and one small class; only a hang reaches it. */
  private static final long LIMIT_SECONDS = 120;

  @TempDir private Path folder;

  /** JUnit warns of every link that leads out of the folder it removes. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void isBuiltByMavenAndFoundByTheProgram() throws Exception {
    CandidateProject project = CandidateProject.create(folder.resolve("my-candidate"));
    Path repository = repositoryWithTheContract();

    run(
        "mvn",
        "-B",
        "-o",
        "-q",
        "-Dmaven.repo.local=" + repository,
        "-f",
        project.folder().toString(),
        "package");

    assertThat(project.jar()).isRegularFile();
    assertThat(
            run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TOP.resolve("evaluation/target/evaluation.jar").toString(),
                "list",
                "--candidate-jar",
                project.jar().toString()))
        .containsPattern("my-candidate +candidate ");
  }

  /**
   * Returns the local repository of this machine with the contract of this build, and nothing else
   * of this project, installed; the machine's own stays as it is.
   */
  private Path repositoryWithTheContract() throws IOException {
    Path real =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    Path repository = Files.createDirectory(folder.resolve("repository"));
    linkAll(real, repository, "org");
    Path organisations = Files.createDirectory(repository.resolve("org"));
    linkAll(real.resolve("org"), organisations, "activitysummary");
    Path ours = organisations.resolve("activitysummary");
    install(ours, "activity-summary", TOP.resolve("pom.xml"), ".pom");
    install(ours, "contract", TOP.resolve("contract/pom.xml"), ".pom");
    install(
        ours,
        "contract",
        TOP.resolve("contract/target/contract-%s.jar".formatted(VERSION)),
        ".jar");
    return repository;
  }

  private static void linkAll(Path from, Path to, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
        }
      }
    }
  }

  private static void install(Path ours, String artifact, Path file, String suffix)
      throws IOException {
    Path installed = Files.createDirectories(ours.resolve(artifact).resolve(VERSION));
    Files.copy(file, installed.resolve("%s-%s%s".formatted(artifact, VERSION, suffix)));
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
          .as("%s ended", String.join(" ", command))
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return Files.readString(log);
  }
}
