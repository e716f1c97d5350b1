package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PairsCommandIT {

  @TempDir private Path folder;

  @Test
  void comparesEachPairAtEachSizeAndWritesWhatItFound() throws IOException {
    int exitCode =
        EvaluationMain.execute(
            "pairs",
            "--sizes=100,2000",
            "--yardsticks=floor,prepared-distinct-on",
            "--seconds=1",
            "--output=" + folder.resolve("pairs.json"));

    assertThat(exitCode).isZero();
    JsonNode found = new ObjectMapper().readTree(folder.resolve("pairs.json").toFile());
    assertThat(found.at("/environment/postgres/kind").asText()).isEqualTo("embedded");
    assertThat(found.at("/dataset/users")).hasSize(2);
    assertThat(found.path("pairs").findValuesAsText("reference"))
        .containsExactly("floor", "prepared-distinct-on", "floor", "prepared-distinct-on");
    JsonNode withGoal = found.at("/pairs/1");
    assertThat(withGoal.path("goal").asDouble()).isEqualTo(1.3);
    assertThat(withGoal.path("verdict").asText()).isIn("PASS", "FAIL", "INCONCLUSIVE");
    assertThat(withGoal.at("/comparison/rounds").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(withGoal.at("/comparison/low").asDouble()).isPositive();
    assertThat(found.at("/pairs/2/referenceExact").asBoolean()).as("the floor").isFalse();
    assertThat(found.at("/pairs/2").has("goal")).isFalse();
    assertThat(Files.readString(folder.resolve("pairs.md")))
        .contains("| events | against `floor` | against `prepared-distinct-on` |")
        .containsPattern("\\| 100 \\| `prepared-distinct-on` \\| at most 1.30 \\| [0-9.]+ \\(");
  }

  @Test
  void failsASubjectThatAnswersWrongly() {
    assertThat(
            EvaluationMain.execute(
                "pairs", "--subject=floor", "--yardsticks=after", "--sizes=2000", "--seconds=1"))
        .isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeMeasuredOrWritten() {
    assertThat(EvaluationMain.execute("pairs", "--yardsticks=after")).isEqualTo(2);
    assertThat(EvaluationMain.execute("pairs", "--seconds=0")).isEqualTo(2);
    assertThat(EvaluationMain.execute("pairs", "--output=" + folder.resolve("no/pairs.json")))
        .isEqualTo(2);
  }
}
