package org.activitysummary.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.derivation.Derivation;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.activitysummary.evaluation.resumption.CellFolder;
import org.activitysummary.evaluation.resumption.UnfinishedRuns;
import org.activitysummary.evaluation.statistics.DurationCodec;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One whole run, as small as it can be, aborted before its load and continued; what depends on the
 * machine's speed is not asserted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationRunIT {

  private static final Profile TINY =
      new Profile(
          "tiny",
          2,
          2,
          Duration.ofMillis(100),
          10,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          1,
          2,
          false,
          2,
          Duration.ofMillis(300),
          List.of(2),
          Profile.Proof.NONE);

  /** Two rounds of {@code before} and of {@code after}, at two sizes. */
  private static final int FORKS_OF_ONE = 2 * 2 * 2;

  /** Two forks with turns of both, at two sizes. */
  private static final int FORKS_WITH_TURNS = 2 * 2;

  private static final int FORKS = FORKS_OF_ONE + FORKS_WITH_TURNS;

  /** {@code before}, {@code after}, and {@code after} again. */
  private static final int RECORDED = FORKS_OF_ONE + 3 * FORKS_WITH_TURNS;

  /** Two implementations at two sizes. */
  private static final int PROCESSES = 2 * 2;

  private static final Instant START = Instant.parse("2026-11-24T01:02:03Z");

  @TempDir private static Path reports;
  private Map<String, long[]> kept;
  private Watch watch;
  private Report report;
  private int jmhResults;

  /** Notes the stages, and ends the run at one of them as a crash would. */
  private record Watch(List<String> steps, String deadly) implements Progress {
    @Override
    public void start(String stage, int count) {
      if (stage.equals(deadly)) {
        throw new EvaluationException("aborted before " + stage);
      }
      steps.add(stage);
    }

    @Override
    public void step(String what) {
      steps.add(what);
    }

    @Override
    public void skip() {
      steps.add("skipped");
    }

    @Override
    public void end() {
      steps.add("done");
    }

    @Override
    public void note(String line) {}
  }

  @BeforeAll
  void runAbortAndContinue() throws IOException {
    EvaluationOptions options =
        new EvaluationOptions(
            TINY,
            List.of(Implementations.named("before"), Implementations.named("after")),
            DatasetSpec.standard().withSizes(List.of(100, 2_000)).withBackground(10, 1_000),
            DatabaseLocation.parse("embedded"),
            reports,
            false,
            null,
            "test");
    Map<String, String> facts = RunFacts.of(options);
    Path folder = Files.createDirectories(reports.resolve("2026-11-24/01-02-03"));
    try (CellFolder cells = CellFolder.begin(folder, START, facts)) {
      EvaluationRun run =
          new EvaluationRun(options, new Watch(new ArrayList<>(), "load"), START, cells);
      assertThatThrownBy(run::run).hasMessage("aborted before load");
    }
    kept = KeptForks.durations(folder);
    watch = new Watch(new ArrayList<>(), "");
    try (CellFolder cells = UnfinishedRuns.resumeNewest(reports, facts, Instant.now())) {
      EvaluationRun run = new EvaluationRun(options, watch, cells.startedAt(), cells);
      report = run.run();
      jmhResults = run.jmhResults().size();
    }
  }

  @Test
  void measuresOnlyWhatWasMissingAndKeepsTheRest() {
    // A machine that is slow at the wrong moment makes a run time once more.
    List<RecordedFork> forks =
        report.recording().forks().stream()
            .filter(fork -> fork.draw() == RecordedFork.FIRST_DRAW)
            .toList();
    assertThat(kept).hasSize(RECORDED);
    assertThat(forks).hasSize(RECORDED);
    for (RecordedFork fork : forks) {
      assertThat(DurationCodec.decode(fork.nanos())).isEqualTo(kept.get(KeptForks.name(fork)));
    }
    assertThat(jmhResults).isEqualTo(FORKS_OF_ONE);
    assertThat(watch.steps()).filteredOn("skipped"::equals).hasSize(FORKS + PROCESSES);
    assertThat(report.load()).containsOnlyKeys("before", "after");
    assertThat(report.run().startedAt()).isEqualTo(START.toString());
    assertThat(report.run().resumedAt()).hasSize(1);
    assertThat(report.run().reusedCells()).isEqualTo(1 + FORKS + PROCESSES);
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
    Path file = Files.write(reports.resolve("report.json"), written);

    Report again = Derivation.complete(ReportReader.read(file));

    assertThat(new ObjectMapper().readTree(JsonFormat.bytes(again)))
        .isEqualTo(new ObjectMapper().readTree(written));
  }

  @Test
  void leavesSchemaAndDatasetAsTheyWere() {
    assertThat(report.checks())
        .filteredOn(c -> List.of("schema-unchanged", "setup-teardown").contains(c.id()))
        .hasSize(2 * 2)
        .allSatisfy(check -> assertThat(check.verdict().name()).isEqualTo("PASS"));
  }

  private Measurement measurement(String implementation, int size) {
    return report.measurements().stream()
        .filter(m -> m.implementation().equals(implementation) && m.size() == size)
        .findFirst()
        .orElseThrow();
  }
}
