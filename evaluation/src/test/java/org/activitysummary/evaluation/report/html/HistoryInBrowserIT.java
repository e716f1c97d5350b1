package org.activitysummary.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.history.History;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history.html} in a real browser; a picture of it stays in {@code target/report-html}. */
class HistoryInBrowserIT {

  private static final Path PICTURES = Path.of("target/report-html");

  @TempDir private Path folder;

  @Test
  void drawsTrendsAndMarksUnderItsOwnPolicy() throws Exception {
    Optional<Chromium> chromium = Chromium.find(folder);
    assumeTrue(chromium.isPresent(), "no Chromium on the PATH; install one to test history.html");
    Files.createDirectories(PICTURES);
    List<Report> reports =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> new RecordedFixture().seeded(i).slowedBy(i <= 6 ? 1 : 1.3).report())
            .toList();
    History history = new History(reports, List.of(ReportFixture.HOSTILE));
    Path page = PICTURES.resolve("history.html").toAbsolutePath();
    Files.writeString(page, HistoryPage.of(history, history.trends()));

    Chromium.Output output = chromium.get().dom(page);
    chromium.get().screenshot(page, PICTURES.resolve("history.png"), 1280, 6000, false);

    assertThat(output.dom()).containsPattern("data-charts=\"1\\d\"").contains("from run");
    assertThat(output.dom()).doesNotContain("<img");
    assertThat(output.log()).doesNotContain("CONSOLE");
  }
}
