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

@Timeout(180)
class MixedCommandIT {

  @TempDir private Path folder;

  private JsonNode found() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("mixed.json").toFile());
  }

  private int mixed(String subject, String sizes) {
    return EvaluationMain.execute(
        "mixed",
        "--subject=" + subject,
        "--sizes=" + sizes,
        "--rounds=2",
        "--turns=14",
        "--callers=3",
        "--output=" + folder.resolve("mixed.json"));
  }

  @Test
  void asksOnOneConnectionAndByManyCallersAndWritesWhatItFound() throws IOException {
    assertThat(mixed("after", "100,2000")).isZero();

    JsonNode connection = found().path("connection");
    assertThat(connection.path("wrong").asInt()).isZero();
    assertThat(connection.at("/times/0/calls").asInt()).isEqualTo(2 * 14);
    assertThat(connection.at("/times/0/p99/reason").asText()).contains("100 samples");
    assertThat(connection.at("/plans/calls").asInt()).isEqualTo(2 * 14);
    assertThat(connection.at("/plans/changes").asInt()).isZero();
    assertThat(connection.at("/preparedAfter/0/genericPlans").asInt())
        .isGreaterThan(connection.at("/preparedBefore/0/genericPlans").asInt());
    JsonNode after = found().at("/callers/implementations/0");
    int callsOfTwoRounds = 2 * 2 * 3 * 2;
    assertThat(after.path("answered").asInt()).isEqualTo(callsOfTwoRounds);
    assertThat(after.path("errors").asInt() + after.path("wrong").asInt()).isZero();
    assertThat(after.at("/server/deadlocks").asInt()).isZero();
    assertThat(after.at("/server/workersWanted").isNumber()).isTrue();
    assertThat(found().at("/callers/throughput/0/goal").asInt()).isEqualTo(4);
    assertThat(Files.readString(folder.resolve("mixed.md")))
        .contains("no plan changes", "| `after` by `distinct-rewrite` | at least 4 |");
  }

  @Test
  void failsASubjectThatAnswersWrongly() throws IOException {
    assertThat(mixed("floor", "100,2000")).isEqualTo(1);

    assertThat(found().at("/connection/wrong").asInt()).isPositive();
    assertThat(found().at("/callers/implementations/0/wrong").asInt()).isPositive();
  }

  @Test
  void refusesWhatCannotBeMixed() {
    assertThat(EvaluationMain.execute("mixed", "--sizes=100")).isEqualTo(2);
    assertThat(EvaluationMain.execute("mixed", "--rounds=1")).isEqualTo(2);
  }
}
