package org.activitysummary.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; pictures of it stay in {@code target/report-html}. */
class HtmlInBrowserIT {

  private static final Path PICTURES = Path.of("target/report-html");

  /** Asks every canvas for its pixels, and the page for its width, and leaves the answer in it. */
  private static final String PROBE =
      """
      <script>
      'use strict';
      const blank = [...document.querySelectorAll('canvas')].filter((canvas) =>
        !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((v) => v !== 0));
      const { scrollWidth, clientWidth } = document.documentElement;
      document.title = `blank ${blank.length}, wider ${scrollWidth > clientWidth}`;
      parent.postMessage(`${document.title}, width ${clientWidth}`, '*');
      </script>
      """;

  /** A browser's window cannot be as narrow as a phone, but a frame can. */
  private static final String PHONE =
      """
      <!DOCTYPE html><title>nothing yet</title><style>body { margin: 0 } iframe { border: 0 }</style>
      <script>addEventListener('message', (e) => { document.title = e.data; });</script>
      <iframe src="%s" width="390" height="10000" scrolling="no"></iframe>
      """;

  @TempDir private Path folder;
  private Chromium chromium;

  @BeforeEach
  void findBrowser() throws IOException {
    Optional<Chromium> found = Chromium.find(folder);
    assumeTrue(found.isPresent(), "no Chromium on the PATH; install one to test report.html in it");
    chromium = found.get();
    Files.createDirectories(PICTURES);
  }

  private static Path page(String name, Report report) throws IOException {
    Path page = PICTURES.resolve(name + ".html").toAbsolutePath();
    return Files.write(page, new HtmlExporter().export(report));
  }

  private static Path probed(Path page) throws IOException {
    String html = Files.readString(page);
    String open = html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    int end = open.lastIndexOf("</body>");
    Path probed = page.resolveSibling("probed-" + page.getFileName());
    return Files.writeString(probed, open.substring(0, end) + PROBE + open.substring(end));
  }

  @Test
  void drawsEveryChartUnderItsOwnPolicyWithoutAWordOnTheConsole() throws Exception {
    Chromium.Output output = chromium.dom(page("passing", ReportFixture.passing()));
    assertThat(output.dom()).contains("data-charts=\"17\"");
    assertThat(output.log()).doesNotContain("CONSOLE");
  }

  @Test
  void noCanvasStaysBlankAndThePageIsNotWiderThanTheScreen() throws Exception {
    Chromium.Output output = chromium.dom(probed(page("probe", ReportFixture.passing())));
    assertThat(output.dom()).contains("<title>blank 0, wider false</title>");
  }

  @Test
  void aPhoneNeedNotScrollSideways() throws Exception {
    Path page = probed(page("narrow", ReportFixture.withEveryVerdict()));
    Chromium.Output output = chromium.dom(inPhone(page));
    assertThat(output.dom()).contains("<title>blank 0, wider false, width 390</title>");
  }

  private static Path inPhone(Path page) throws IOException {
    return Files.writeString(
        page.resolveSibling("phone-" + page.getFileName()), PHONE.formatted(page.getFileName()));
  }

  @Test
  void textFromOutsideRunsNothing() throws Exception {
    List<Report> reports = List.of(ReportFixture.hostile(), ReportFixture.withHostileName());
    for (Report report : reports) {
      Chromium.Output output = chromium.dom(page("hostile", report));
      assertThat(output.dom()).contains("data-charts=\"17\"").doesNotContain("<img");
      assertThat(output.log()).doesNotContain("CONSOLE");
    }
  }

  @Test
  void aScriptThatWasNotThereWhenThePageWasWrittenIsRefused() throws Exception {
    Path page = page("planted", ReportFixture.passing());
    String html = Files.readString(page);
    int end = html.lastIndexOf("</body>");
    Files.writeString(
        page, html.substring(0, end) + "<script>document.title='planted'</script></body></html>");
    Chromium.Output output = chromium.dom(page);
    assertThat(output.dom()).doesNotContain("<title>planted");
    assertThat(output.log()).contains("Content Security Policy");
  }

  @Test
  void takesPictures() throws Exception {
    Path page = page("every-verdict", ReportFixture.withEveryVerdict());
    chromium.screenshot(page, PICTURES.resolve("light.png"), 1280, 9000, false);
    chromium.screenshot(page, PICTURES.resolve("dark.png"), 1280, 9000, true);
    chromium.screenshot(inPhone(page), PICTURES.resolve("phone.png"), 500, 10000, false);
    chromium.print(page, PICTURES.resolve("print.pdf"));
    assertThat(PICTURES.resolve("print.pdf")).isNotEmptyFile();
    assertThat(PICTURES.resolve("light.png")).isNotEmptyFile();
    assertThat(PICTURES.resolve("dark.png")).isNotEmptyFile();
    assertThat(PICTURES.resolve("phone.png")).isNotEmptyFile();
  }
}
