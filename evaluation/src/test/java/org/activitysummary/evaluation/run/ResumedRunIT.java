package org.activitysummary.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.resumption.CellFolder;
import org.activitysummary.evaluation.resumption.UnfinishedRuns;
import org.activitysummary.evaluation.statistics.DurationCodec;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is aborted before its load, and continued. */
class ResumedRunIT {

  private static final Profile TINY =
      new Profile(
          "tiny",
          2,
          Duration.ofMillis(100),
          10,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          1,
          2,
          false,
          1,
          Duration.ofSeconds(1),
          List.of(2),
          Profile.Proof.NONE);

  @TempDir private Path reports;

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

  private EvaluationOptions options() {
    return new EvaluationOptions(
        TINY,
        List.of(Implementations.named("before"), Implementations.named("after")),
        DatasetSpec.standard().withSizes(List.of(100)).withBackground(10, 1_000),
        DatabaseLocation.parse("embedded"),
        reports,
        false,
        null,
        "test");
  }

  @Test
  void measuresOnlyWhatWasMissingAndKeepsTheRest() throws IOException {
    Path folder = Files.createDirectories(reports.resolve("2026-11-24/01-02-03"));
    Instant start = Instant.parse("2026-11-24T01:02:03Z");
    Map<String, String> facts = RunFacts.of(options());
    try (CellFolder cells = CellFolder.begin(folder, start, facts)) {
      EvaluationRun run =
          new EvaluationRun(options(), new Watch(new ArrayList<>(), "load"), start, cells);
      assertThatThrownBy(run::run).hasMessage("aborted before load");
    }
    Map<String, long[]> kept = forksKept(folder);
    assertThat(kept).hasSize(6);

    Watch watch = new Watch(new ArrayList<>(), "");
    Report report;
    int jmhResults;
    try (CellFolder cells = UnfinishedRuns.resumeNewest(reports, facts, Instant.now())) {
      EvaluationRun run = new EvaluationRun(options(), watch, cells.startedAt(), cells);
      report = run.run();
      jmhResults = run.jmhResults().size();
    }

    for (RecordedFork fork : report.recording().forks()) {
      assertThat(DurationCodec.decode(fork.nanos())).isEqualTo(kept.get(name(fork)));
    }
    assertThat(report.recording().forks()).hasSize(6);
    assertThat(jmhResults).isEqualTo(6);
    assertThat(watch.steps()).filteredOn("skipped"::equals).hasSize(6 + 2);
    assertThat(report.load()).containsOnlyKeys("before", "after");
    assertThat(report.run().startedAt()).isEqualTo(start.toString());
    assertThat(report.run().resumedAt()).hasSize(1);
    assertThat(report.run().reusedCells()).isEqualTo(1 + 6 + 2);
  }

  private static String name(RecordedFork fork) {
    return "%d %s %s".formatted(fork.round(), fork.implementation(), fork.arm());
  }

  private static Map<String, long[]> forksKept(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, long[]> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("cells"))) {
      for (Path file : files.toList()) {
        JsonNode cell = mapper.readTree(file.toFile());
        if (cell.has("nanos")) {
          kept.put(
              "%d %s %s"
                  .formatted(
                      cell.path("round").asInt(),
                      cell.at("/cell/arm/implementation").asText(),
                      cell.at("/cell/arm/label").asText()),
              mapper.convertValue(cell.path("nanos"), long[].class));
        }
      }
    }
    return kept;
  }
}
