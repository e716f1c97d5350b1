package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

  private static final Instant START = Instant.parse("2026-11-24T01:02:03Z");

  @TempDir private Path reports;

  @Test
  void isNamedAfterDayAndTimeInUtc() {
    try (ReportDirectory directory = ReportDirectory.claim(reports, START)) {
      assertThat(directory.path()).isEqualTo(reports.resolve("2026-11-24/01-02-03"));
    }
  }

  @Test
  void givesTheNextSecondToASecondRun() {
    try (ReportDirectory first = ReportDirectory.claim(reports, START);
        ReportDirectory second = ReportDirectory.claim(reports, START)) {
      assertThat(second.path()).isEqualTo(first.path().resolveSibling("01-02-04"));
    }
  }

  @Test
  void leavesNothingBehindWhenNothingWasWritten() {
    ReportDirectory.claim(reports, START).close();

    assertThat(reports).isEmptyDirectory();
  }

  @Test
  void keepsWhatWasWrittenAndNothingElse() throws IOException {
    try (ReportDirectory directory = ReportDirectory.claim(reports, START)) {
      directory.write("report.json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    try (var files = Files.list(reports.resolve("2026-11-24/01-02-03"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("report.json");
    }
  }

  @Test
  void saysWhichFolderIsNotWritableAndWhatToDo() throws IOException {
    Path file = Files.createFile(reports.resolve("taken"));

    assertThatThrownBy(() -> ReportDirectory.claim(file, START))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("The reports folder " + file + " must be writable but is not: ")
        .hasMessageEndingWith("; choose another with --reports");
  }
}
