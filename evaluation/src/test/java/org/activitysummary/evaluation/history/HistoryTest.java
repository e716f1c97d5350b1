package org.activitysummary.evaluation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.html.HistoryPage;
import org.activitysummary.evaluation.report.interchange.OtavaExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @TempDir private Path folder;

  private void write(int number, Report report) throws IOException {
    Path run = Files.createDirectories(folder.resolve("2030-01-01/00-00-%02d".formatted(number)));
    String json = new String(JsonFormat.bytes(report), StandardCharsets.UTF_8);
    Files.writeString(
        run.resolve("report.json"),
        json.replace(report.run().startedAt(), "2030-01-01T00:00:%02dZ".formatted(number)));
  }

  @Test
  void aBrokenRunIsNamedAndTheOthersAreShown() throws IOException {
    write(1, new RecordedFixture().report());
    write(2, new RecordedFixture().seeded(2).report());
    Path broken = Files.createDirectories(folder.resolve("2030-01-01/00-00-03"));
    Files.writeString(broken.resolve("report.json"), "{\"schemaVersion\": 1, \"run\"");

    History history = History.of(folder);

    assertThat(history.reports()).hasSize(2);
    assertThat(history.broken())
        .singleElement()
        .asString()
        .contains("00-00-03", "not complete JSON")
        .doesNotContain("\n");
    assertThat(HistoryPage.of(history, history.trends())).contains("00-00-03", "2 runs");
  }

  @Test
  void aChangeOfLevelIsFoundInTimesAndInCounts() throws IOException {
    for (int i = 1; i <= 12; i++) {
      RecordedFixture run = new RecordedFixture().seeded(i).scattering(0.01);
      write(i, i <= 6 ? run.report() : run.slowedBy(1.3).withExtraRows(1).report());
    }

    List<Trend> changed =
        History.of(folder).trends().stream().filter(t -> !t.changes().isEmpty()).toList();

    assertThat(changed)
        .allMatch(t -> t.implementation().equals("after"))
        .allMatch(t -> t.changes().get(0).index() == 6);
    assertThat(changed)
        .extracting(Trend::quantity)
        .contains("latency-p50", "latency.p50/before", "rows-per-call");
  }

  @Test
  void runsBecomeRowsForOtherTools() throws IOException {
    write(1, new RecordedFixture().report());
    write(2, new RecordedFixture().of("before").report());

    String[] lines = OtavaExporter.rows(History.of(folder).reports()).split("\n");

    assertThat(lines).hasSize(3);
    assertThat(lines[0]).startsWith("time,commit,run,").contains("after.10000.latency-p50.ms");
    assertThat(lines[2]).contains("nan");
    assertThat(lines[1].split(",")).hasSameSizeAs(lines[0].split(","));
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> History.of(none))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith(none + " must be a folder of runs");
  }
}
