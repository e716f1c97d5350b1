package org.activitysummary.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.derivation.Derivation;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One whole run, as small as it can be; what depends on the machine's speed is not asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationRunIT {

  private static final Profile TINY =
      new Profile(
          "tiny",
          2,
          Duration.ofMillis(200),
          20,
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          1,
          3,
          false,
          2,
          Duration.ofSeconds(1),
          List.of(2),
          Profile.Proof.NONE);

  @TempDir private Path folder;
  private Report report;

  @BeforeAll
  void run() {
    EvaluationOptions options =
        new EvaluationOptions(
            TINY,
            List.of(Implementations.named("before"), Implementations.named("after")),
            DatasetSpec.standard().withSizes(List.of(100, 2_000)).withBackground(10, 1_000),
            DatabaseLocation.parse("embedded"),
            Path.of("unused"),
            false,
            null,
            "test");
    report =
        new EvaluationRun(
                options, new ConsoleProgress(System.out, false), Instant.now(), CellStore.NONE)
            .run();
  }

  @Test
  void judgesEveryCheckOfEveryImplementation() {
    assertThat(report.checks()).hasSize(2 * 12);
    assertThat(report.checks()).allSatisfy(check -> assertThat(check.sentence()).endsWith("."));
  }

  @Test
  void findsBothImplementationsRight() {
    assertThat(report.conformance().values())
        .allSatisfy(conformance -> assertThat(conformance.passed()).isTrue());
  }

  @Test
  void countsTheRowsThatReallyCrossTheWire() {
    assertThat(measurement("before", 2_000).network().rowsPerCall()).isEqualTo(2_000);
    assertThat(measurement("before", 100).network().rowsPerCall()).isEqualTo(100);
    assertThat(measurement("after", 2_000).network().rowsPerCall()).isEqualTo(1);
    assertThat(measurement("after", 100).network().rowsPerCall()).isEqualTo(1);
  }

  @Test
  void measuresProcessesOfTheirOwn() {
    for (Measurement measurement : report.measurements()) {
      assertThat(measurement.memory().idleRss()).isBetween(20L << 20, 200L << 20);
      assertThat(measurement.memory().peakRss())
          .isGreaterThanOrEqualTo(measurement.memory().idleRss() - (1 << 20));
      assertThat(measurement.cpu().clientPerCall()).isPositive();
    }
  }

  @Test
  void writesJsonWithoutNumbersThatJsonDoesNotHave() throws IOException {
    String json = new String(JsonFormat.bytes(report), StandardCharsets.UTF_8);

    JsonNode read = new ObjectMapper().readTree(json);
    assertThat(json).doesNotContain(": NaN", "\"NaN\"", "Infinity");
    assertThat(read.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(read.path("measurements")).hasSize(4);
    assertThat(read.at("/measurements/0/latency/p50/value").isNumber()).isTrue();
    assertThat(read.at("/measurements/0/latency/unit").asText()).isEqualTo("ms");
  }

  @Test
  void computesTheSameAgainFromWhatItRecorded() throws IOException {
    byte[] written = JsonFormat.bytes(report);
    Path file = Files.write(folder.resolve("report.json"), written);

    Report again = Derivation.complete(ReportReader.read(file));

    assertThat(new ObjectMapper().readTree(JsonFormat.bytes(again)))
        .isEqualTo(new ObjectMapper().readTree(written));
    assertThat(report.recording().forks()).hasSize(2 * 2 * 3);
  }

  @Test
  void leavesSchemaAndDatasetAsTheyWere() {
    assertThat(report.checks())
        .filteredOn(c -> List.of("schema-unchanged", "setup-teardown").contains(c.id()))
        .allSatisfy(check -> assertThat(check.verdict().name()).isEqualTo("PASS"));
  }

  private Measurement measurement(String implementation, int size) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(implementation) && m.size() == size)
        .findFirst()
        .orElseThrow();
  }
}
