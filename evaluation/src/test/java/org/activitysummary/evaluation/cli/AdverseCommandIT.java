package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.evaluation.adverse.AdverseDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdverseCommandIT {

  private static final String DATASETS = "--datasets=half-copies,conflicting-copies,long-metadata";

  @TempDir private Path folder;

  @Test
  void comparesOnEveryDatasetAndWritesWhatItFound() throws IOException {
    Path output = folder.resolve("adverse.json");

    int exitCode =
        EvaluationMain.execute("adverse", "--user-size=2000", DATASETS, "--output=" + output);

    assertThat(exitCode).isZero();
    JsonNode findings = new ObjectMapper().readTree(output.toFile());
    assertThat(findings.findValuesAsText("dataset"))
        .containsExactly("half-copies", "conflicting-copies", "long-metadata");
    JsonNode conflicting = findings.get(1);
    assertThat(conflicting.at("/answers/0/exact").asBoolean()).isTrue();
    assertThat(conflicting.at("/answers/1/exact").asBoolean()).as("the floor").isFalse();
    assertThat(conflicting.at("/comparisons/0/reference").asText()).isEqualTo("floor");
    assertThat(conflicting.at("/comparisons/0/low").asDouble()).isPositive();
    assertThat(Files.readString(folder.resolve("adverse.md")))
        .contains(
            "| dataset | events | `after` exact |",
            "| half of the copies disagree | 2,000 | yes |");
  }

  @Test
  void rowsOfTwoKilobytesAreFewerSoThatTheyFitIntoMemory() {
    assertThat(AdverseDataset.LONG_METADATA.size(1_000_000)).isEqualTo(250_000);
    assertThat(AdverseDataset.LONG_METADATA.size(2_000)).isEqualTo(2_000);
    assertThat(AdverseDataset.HALF_COPIES.size(1_000_000)).isEqualTo(1_000_000);
  }

  @Test
  void failsAnImplementationThatAnswersWrongly() {
    assertThat(
            EvaluationMain.execute(
                "adverse",
                "--user-size=2000",
                "--subject=distinct-rewrite",
                "--yardsticks=after",
                "--datasets=conflicting-copies"))
        .isEqualTo(1);
  }

  @Test
  void refusesADatasetThatDoesNotExist() {
    assertThat(EvaluationMain.execute("adverse", "--datasets=strange")).isEqualTo(2);
  }
}
