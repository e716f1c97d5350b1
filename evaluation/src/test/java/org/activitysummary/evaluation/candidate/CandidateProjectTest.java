package org.activitysummary.evaluation.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateProjectTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "candidate");

  @TempDir private Path folder;

  @Test
  void isTheExampleFileByFile() throws IOException {
    CandidateProject project = CandidateProject.create(folder.resolve("my-candidate"));

    assertThat(files(project.folder()))
        .isEqualTo(files(EXAMPLE))
        .hasSameSizeAs(CandidateProject.FILES);
    for (String file : CandidateProject.FILES) {
      assertThat(project.folder().resolve(file)).hasSameTextualContentAs(EXAMPLE.resolve(file));
    }
  }

  @Test
  void bearsItsOwnNameWhereverTheExampleStandsForItself() throws IOException {
    CandidateProject project = CandidateProject.create(folder.resolve("hash-join-2"));

    assertThat(project.name()).isEqualTo("hash-join-2");
    assertThat(project.jar()).hasToString(project.folder() + "/target/hash-join-2.jar");
    for (String file : CandidateProject.FILES) {
      assertThat(project.folder().resolve(file)).content().doesNotContain("my-candidate");
    }
    assertThat(project.folder().resolve("pom.xml"))
        .content()
        .contains("<artifactId>hash-join-2</artifactId>", "<finalName>hash-join-2</finalName>");
  }

  @Test
  void overwritesNothing() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));

    assertThatThrownBy(() -> CandidateProject.create(taken))
        .isInstanceOf(EvaluationException.class)
        .hasMessageEndingWith("but it exists; choose another name");
    assertThat(taken).isEmptyDirectory();
  }

  @Test
  void needsANameThatAReportCanShow() {
    assertThatThrownBy(() -> CandidateProject.create(folder.resolve("My Candidate")))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("but is 'My Candidate'; try my-candidate");
    assertThat(folder).isEmptyDirectory();
  }

  /** Relative paths of the project's own files, without what a build adds. */
  private static List<String> files(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> project.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith("target/"))
          .sorted()
          .toList();
    }
  }
}
