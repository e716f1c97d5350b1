package org.activitysummary.evaluation.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.JsonExporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path reports;

  /** Fails as a presentation with a bug would. */
  private record Broken() implements Exporter {
    @Override
    public String fileName() {
      return "broken.txt";
    }

    @Override
    public byte[] export(Report report) {
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void writesEveryFile() {
    try (ReportDirectory directory = ReportDirectory.claim(reports, START)) {
      ReportFiles.write(ReportFixture.passing(), List.of(), directory);
      assertThat(directory.path().toFile().list())
          .containsExactlyInAnyOrder(
              "bencher.json",
              "benchmark-action.json",
              "jmh-result.json",
              "junit.xml",
              "otava.csv",
              "report.html",
              "report.json",
              "report.md");
    }
  }

  @Test
  void reportJsonIsTheLastToBeWritten() {
    List<Exporter> exporters = ReportFiles.exporters(List.of());
    assertThat(exporters.get(exporters.size() - 1)).isInstanceOf(JsonExporter.class);
  }

  @Test
  void whatWasMeasuredSurvivesABrokenPresentation() {
    try (ReportDirectory directory = ReportDirectory.claim(reports, START)) {
      List<Exporter> exporters = List.of(new Broken(), new JsonExporter());
      assertThatThrownBy(() -> ReportFiles.writeAll(ReportFixture.passing(), exporters, directory))
          .hasMessage("a bug");
      assertThat(directory.path().resolve("report.json")).exists();
    }
  }
}
