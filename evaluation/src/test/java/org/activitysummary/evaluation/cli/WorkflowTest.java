package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The CI files that users take over: they can be read, may do little, and run for a while only. */
class WorkflowTest {

  private static final Path WORKFLOW =
      DocumentedCommands.TOP.resolve(".github/workflows/performance.yml");
  private static final Path DOCUMENT = DocumentedCommands.TOP.resolve("docs/CI.md");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static JsonNode workflow() throws IOException {
    return YAML.readTree(WORKFLOW.toFile());
  }

  private static List<JsonNode> steps() throws IOException {
    List<JsonNode> steps = new ArrayList<>();
    workflow().path("jobs").forEach(job -> job.path("steps").forEach(steps::add));
    return steps;
  }

  private static List<JsonNode> fencedYaml() throws IOException {
    List<JsonNode> blocks = new ArrayList<>();
    Matcher block =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      blocks.add(YAML.readTree(block.group(1)));
    }
    return blocks;
  }

  @Test
  void everyActionIsPinnedByCommitAndSaysWhichVersionThatIs() throws IOException {
    List<String> uses =
        Files.readString(WORKFLOW).lines().filter(line -> line.contains("uses:")).toList();
    assertThat(uses).hasSize(6);
    assertThat(uses)
        .allMatch(
            line -> line.matches(".*uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void mayReadTheRepositoryAndNothingElse() throws IOException {
    assertThat(workflow().path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
    assertThat(workflow().path("jobs")).allMatch(job -> !job.has("permissions"));
    assertThat(steps())
        .filteredOn(step -> step.path("uses").asText().startsWith("actions/checkout"))
        .hasSize(2)
        .allMatch(step -> !step.at("/with/persist-credentials").asBoolean(true));
    assertThat(Files.readString(WORKFLOW))
        .doesNotContain("secrets.", "pull_request_target", "GITHUB_TOKEN", "github.token");
  }

  @Test
  void textOfAPullRequestReachesNoShell() throws IOException {
    assertThat(steps())
        .filteredOn(step -> step.has("run"))
        .isNotEmpty()
        .allMatch(step -> !step.path("run").asText().contains("${{"));
  }

  @Test
  void everyJobEndsAndRunsOnANamedSystem() throws IOException {
    assertThat(workflow().path("jobs")).hasSize(2);
    for (JsonNode job : workflow().path("jobs")) {
      assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 240);
      assertThat(job.path("runs-on").asText()).doesNotContain("latest");
    }
  }

  @Test
  void theReportIsShownAndKeptEvenIfTheGateIsRed() throws IOException {
    for (JsonNode job : workflow().path("jobs")) {
      List<JsonNode> last = new ArrayList<>();
      job.path("steps").forEach(last::add);
      List<JsonNode> shown = last.subList(last.size() - 2, last.size());
      assertThat(shown).allMatch(step -> step.path("if").asText().equals("${{ !cancelled() }}"));
      assertThat(shown.get(0).path("run").asText()).contains("report.md", "GITHUB_STEP_SUMMARY");
      assertThat(shown.get(1).path("uses").asText()).startsWith("actions/upload-artifact@");
    }
  }

  @Test
  void everyTestRunsBeforeAnythingIsMeasured() throws IOException {
    for (JsonNode job : workflow().path("jobs")) {
      assertThat(job.path("steps").findValuesAsText("run"))
          .filteredOn(run -> run.contains("mvn "))
          .containsExactly("mvn -B -ntp verify -Devaluation.skip");
    }
  }

  @Test
  void pullRequestsMeetTheGateAndTheFullProfileRunsWeekly() throws IOException {
    JsonNode jobs = workflow().path("jobs");
    assertThat(jobs.at("/gate/steps").toString()).contains("run --profile gate");
    assertThat(jobs.at("/full/steps").toString()).contains("run --profile full");
    assertThat(workflow().at("/on/schedule/0/cron").asText()).matches("\\d+ \\d+ \\* \\* [0-6]");
  }

  @Test
  void whatTheDocumentShowsForGitLabWarnsWhereNothingCouldBeDecided() throws IOException {
    JsonNode job =
        fencedYaml().stream().filter(b -> b.has("performance")).findFirst().orElseThrow();
    assertThat(job.at("/performance/allow_failure/exit_codes").toString()).isEqualTo("[3]");
    assertThat(job.at("/performance/artifacts/reports/junit").asText()).endsWith("junit.xml");
    assertThat(job.at("/performance/timeout").asText()).isNotEmpty();
    assertThat(job.at("/performance/image").asText()).doesNotContain("latest").contains(":");
  }
}
