package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.TakenPlan;
import org.activitysummary.evaluation.evidence.ForkPlans;
import org.activitysummary.evaluation.evidence.PlansInRounds;
import org.activitysummary.evaluation.report.html.HtmlExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader is told when a plan changed between rounds, and when none did. */
class ChangedPlansTest {

  private static final String TITLE = "Plans that changed between rounds";

  @TempDir private Path folder;

  private static ForkPlans fork(String node) {
    String plan = "[{\"Plan\": {\"Node Type\": \"%s\"}}]".formatted(node);
    return ForkPlans.of(new PlanFile.Plans(List.of(new TakenPlan("SELECT 1", plan)), null));
  }

  private Report withPlans(String inFirstRound, String inSecondRound) throws IOException {
    Map<String, ForkPlans> byFork = new LinkedHashMap<>();
    byFork.put("round 1", fork(inFirstRound));
    byFork.put("round 2", fork(inSecondRound));
    ObjectNode report = (ObjectNode) JsonFormat.tree(ReportFixture.passing());
    ((ObjectNode) report.at("/plans/0")).putPOJO("inRounds", PlansInRounds.of(byFork));
    Path file = folder.resolve("report.json");
    Files.write(file, JsonFormat.bytes(report));
    return ReportReader.read(file);
  }

  private static String html(Report report) {
    return new String(new HtmlExporter().export(report), StandardCharsets.UTF_8);
  }

  private static String markdown(Report report) {
    return new String(new MarkdownExporter().export(report), StandardCharsets.UTF_8);
  }

  @Test
  void aChangeIsToldAtTheHeadAndWithBothPlans() throws IOException {
    Report report = withPlans("Index Scan", "Seq Scan");

    assertThat(Headline.sentences(report))
        .anyMatch(
            sentence ->
                sentence.matches(
                    "after at 100 events: the plan of a statement changed between rounds,"
                        + " \\w+ \\(round 1\\), then \\w+ \\(round 2\\)\\."));
    assertThat(markdown(report)).contains("changed between rounds");
    assertThat(html(report)).contains(TITLE, "Index Scan", "Seq Scan");
    assertThat(ReportSchemaTest.errors(Files.readString(folder.resolve("report.json")))).isEmpty();
  }

  @Test
  void plansThatStayAreNotSpokenOf() throws IOException {
    Report report = withPlans("Seq Scan", "Seq Scan");

    assertThat(Headline.sentences(report)).noneMatch(s -> s.contains("changed between rounds"));
    assertThat(html(report)).doesNotContain(TITLE);
    assertThat(ReportSchemaTest.errors(Files.readString(folder.resolve("report.json")))).isEmpty();
  }
}
