package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.pgbench.Executable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PairsCommandIT {

  @TempDir private Path folder;

  @Test
  void comparesEachPairAtEachSizeAndWritesWhatItFound() throws IOException {
    JsonNode found = pairs("--yardsticks=floor,prepared-distinct-on");

    assertThat(found.has("pgbench")).isFalse();
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
  void holdsSmallUsersAgainstPgbenchWhereThereIsOne() throws IOException {
    assumeTrue(Executable.find().isPresent(), "skipped: there is no pgbench on this machine");

    JsonNode found = pairs("--yardsticks=pgbench,prepared-distinct-on");

    assertThat(found.path("pgbench").asText())
        .startsWith("pgbench (PostgreSQL) ")
        .contains("the first 100 more of each block are left out on both sides");
    assertThat(found.path("pairs").findValuesAsText("reference"))
        .containsExactly("pgbench", "prepared-distinct-on", "prepared-distinct-on");
    JsonNode pair = found.at("/pairs/0");
    assertThat(pair.path("calls").asInt()).isEqualTo(400);
    assertThat(pair.path("referenceExact").asBoolean()).isTrue();
    assertThat(pair.path("referenceMedianMillis").asDouble()).isBetween(0.01, 1_000.0);
    assertThat(pair.path("goal").asDouble()).isEqualTo(1.3);
    assertThat(pair.at("/comparison/rounds").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(Files.readString(folder.resolve("pairs.md")))
        .containsPattern("\\| 100 \\| `pgbench` \\| at most 1.30 \\| [0-9.]+ \\(")
        .containsPattern("\\| 2,000 \\| – \\| [0-9.]+ \\(")
        .contains("pgbench (PostgreSQL) ");
  }

  @Test
  void saysWhyPgbenchIsNoYardstick() throws IOException {
    Path broken = Files.writeString(folder.resolve("pgbench"), "#!/bin/sh\necho no; exit 1\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    JsonNode found = pairs("--yardsticks=pgbench,floor", "--pgbench=" + broken);

    assertThat(found.path("pgbench").asText())
        .isEqualTo(
            broken
                + " must time a statement but did not: no; name another with --pgbench, so"
                + " prepared-distinct-on, a bare JDBC loop, stands alone.");
    assertThat(found.path("pairs").findValuesAsText("reference")).containsExactly("floor", "floor");
  }

  private JsonNode pairs(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("pairs", "--sizes=100,2000", "--seconds=1"));
    command.addAll(List.of(options));
    command.add("--output=" + folder.resolve("pairs.json"));
    assertThat(EvaluationMain.execute(command.toArray(String[]::new))).isZero();
    return new ObjectMapper().readTree(folder.resolve("pairs.json").toFile());
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
    assertThat(EvaluationMain.execute("pairs", "--pgbench=" + folder)).isEqualTo(2);
    assertThat(EvaluationMain.execute("pairs", "--output=" + folder.resolve("no/pairs.json")))
        .isEqualTo(2);
  }
}
