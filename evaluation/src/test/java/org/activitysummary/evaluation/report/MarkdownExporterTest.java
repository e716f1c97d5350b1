package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkdownExporterTest {

  private static String text(Report report) {
    return new String(new MarkdownExporter().export(report), StandardCharsets.UTF_8);
  }

  @Test
  void theVerdictComesFirst() {
    assertThat(text(ReportFixture.passing())).startsWith("## ✅ Activity summary: PASS\n");
    assertThat(text(ReportFixture.withEveryVerdict())).startsWith("## ❌ Activity summary: FAIL\n");
    assertThat(text(ReportFixture.undecided(false))).contains("⚠️ Activity summary: INCONCLUSIVE");
  }

  @Test
  void whatFailedStandsAboveWhatPassed() {
    String text = text(ReportFixture.withEveryVerdict());
    assertThat(text.indexOf("**FAIL**")).isLessThan(text.indexOf("**INCONCLUSIVE**"));
    assertThat(text.indexOf("**INCONCLUSIVE**")).isLessThan(text.indexOf("| PASS |"));
  }

  @Test
  void expectedFailuresHaveATableOfTheirOwn() {
    assertThat(text(ReportFixture.passing()))
        .contains("### Expected failures")
        .doesNotContain("EXPECTED FAIL |");
  }

  @Test
  void textFromOutsideStaysText() {
    String text = text(ReportFixture.hostile());
    assertThat(text)
        .doesNotContain("<img")
        .doesNotContain("</script")
        .doesNotContain("@everyone")
        .doesNotContain("[a](")
        .doesNotContain("http://")
        .doesNotContain("\u0000")
        .contains("\\|");
    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(line -> assertThat(line).endsWith("|"));
  }

  @Test
  void itFitsACommentOfAPullRequest() {
    assertThat(text(ReportFixture.hostile()).length()).isLessThan(65_536);
  }
}
