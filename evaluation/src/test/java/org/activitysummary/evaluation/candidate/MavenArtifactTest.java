package org.activitysummary.evaluation.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenArtifactTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a:b:c:d", "a:b:", "a:b:<c>", "a b:c:d"})
  void refusesWhatIsNoCoordinate(String coordinate) {
    assertThatThrownBy(() -> MavenArtifact.parse(coordinate))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Expected a candidate as group:artifact:version but found '%s'", coordinate);
  }

  @Test
  void isResolvedByMavenWithAllThatItNeeds() {
    // Any artifact will do that this build needs itself, and that needs another.
    List<Path> paths = MavenArtifact.parse("com.zaxxer:HikariCP:7.1.0").classPath();

    assertThat(paths)
        .extracting(path -> path.getFileName().toString())
        .contains("HikariCP-7.1.0.jar")
        .anyMatch(name -> name.startsWith("slf4j-api-"));
    assertThatThrownBy(() -> CandidateClassPath.extendedBy(paths))
        .hasMessageContaining("Expected a provider in HikariCP-7.1.0.jar");
  }

  @Test
  void saysWhatMavenSaidWhenThereIsNoSuchArtifact() {
    assertThatThrownBy(() -> MavenArtifact.parse("org.activitysummary:nowhere:0").classPath())
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("Expected mvn to find org.activitysummary:nowhere:0 but: ")
        .hasMessageContaining("nowhere")
        .hasMessageEndingWith("mend the coordinate or use --candidate-jar")
        .message()
        .doesNotContain("\n");
  }
}
