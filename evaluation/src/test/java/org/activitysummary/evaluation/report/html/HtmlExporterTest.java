package org.activitysummary.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.Test;

class HtmlExporterTest {

  private static String page(Report report) {
    return new String(new HtmlExporter().export(report), StandardCharsets.UTF_8);
  }

  private static JsonNode charts(String page) throws Exception {
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"charts\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    return JsonMapper.builder().build().readTree(data.group(1));
  }

  @Test
  void thePolicyHashesExactlyWhatIsInside() throws Exception {
    String page = page(ReportFixture.passing());
    Matcher inline = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>").matcher(page);
    int found = 0;
    while (inline.find()) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
      assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
      found++;
    }
    assertThat(found).isEqualTo(3);
    assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-inline");
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    assertThat(page(ReportFixture.passing()))
        .doesNotContain("sourceMappingURL")
        .doesNotContainPattern("<(script|img|iframe|link)[^>]+(src|href)=\"(?!data:)");
  }

  @Test
  void textFromOutsideStaysText() {
    String page = page(ReportFixture.hostile());
    assertThat(page)
        .doesNotContain("<img src")
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
        .contains("{{script}}");
  }

  @Test
  void anImplementationMayCallItselfAsItLikes() {
    String page = page(ReportFixture.withHostileName());
    assertThat(page)
        .doesNotContain("<img src")
        .contains("&lt;img src=x onerror=alert(1)&gt;", "\\u003cimg src=x onerror=alert(1)>");
  }

  @Test
  void everyVerdictIsOnTheFirstScreen() {
    String page = page(ReportFixture.withEveryVerdict());
    String overview = page.substring(page.indexOf("class=\"overview\""), page.indexOf("</header>"));
    assertThat(overview.split("<tr><th scope=\"row\">")).hasSize(12 + 1);
    assertThat(overview)
        .contains("<td class=\"verdict-fail\">FAIL</td>")
        .contains("<td class=\"verdict-expected-fail\">EXPECTED FAIL</td>")
        .contains("<td class=\"verdict-inconclusive\">INCONCLUSIVE</td>")
        .contains("<td class=\"verdict-unexpected-pass\">UNEXPECTED PASS</td>");
  }

  @Test
  void thePageStaysSmallEnoughToBeSentAround() {
    assertThat(new HtmlExporter().export(ReportFixture.withEveryVerdict()).length)
        .isLessThan(500_000);
  }

  @Test
  void everyImplementationIsInEveryChart() throws Exception {
    JsonNode charts = charts(page(ReportFixture.passing()));
    assertThat(charts).hasSize(17);
    for (JsonNode chart : charts) {
      assertThat(chart.path("series").size()).as(chart.path("id").asText()).isBetween(1, 4);
      chart.path("series").forEach(s -> assertThat(s.path("points")).isNotEmpty());
    }
  }

  @Test
  void everyTableHasACaptionAndEveryChartADescription() {
    String page = page(ReportFixture.passing());
    assertThat(page.split("<table[ >]")).hasSameSizeAs(page.split("<caption>"));
    assertThat(page.split("<canvas ")).hasSameSizeAs(page.split("role=\"img\" aria-label=\"[^\"]"));
  }

  @Test
  void thePageIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String root = page(ReportFixture.withEveryVerdict());
      for (String tag : new String[] {"en-US", "de-DE", "ar-EG-u-nu-arab"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(page(ReportFixture.withEveryVerdict())).as(tag).isEqualTo(root);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aPageWithoutContentForAGapIsRefused() {
    assertThatThrownBy(() -> new Page("a {{gap}}").filled(Map.of()))
        .hasMessageContaining("{{gap}}");
  }

  @Test
  void anInlineFileThatWouldEndItsElementIsRefused() {
    assertThatThrownBy(() -> new InlineFile("x</script>")).hasMessageContaining("</script");
  }
}
