package org.activitysummary.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No figure of a document is written by hand. */
class DocumentTest {

  private static final Path TOP = Path.of("..");
  private static final Path README = TOP.resolve("README.md");
  private static final Path SAMPLE = TOP.resolve("reports/sample/report.json");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/QUERY.md", "docs/SCALING.md"})
  void hasTheTablesOfTheFilesThatItNames(String name) {
    Document document = Document.read(TOP.resolve(name));

    assertThat(document.published().text())
        .as("%s; run: java -jar evaluation/target/evaluation.jar publish %s", name, name)
        .isEqualTo(document.text());
  }

  @Test
  void replacesWhatIsBetweenTheMarkersAndNothingElse() throws IOException {
    String published = Document.read(README).text();
    Path edited = folder.resolve("README.md");
    Files.writeString(
        edited,
        published
            .replace("reports/sample/report.json", SAMPLE.toAbsolutePath().toString())
            .replaceFirst("\\| 10,000 \\| [^|]*\\|", "| 10,000 | 1 ms |"));

    Document.read(edited).published().write();

    assertThat(Files.readString(edited).replaceAll("[^ (]*reports/sample/", "reports/sample/"))
        .isEqualTo(published.replaceAll("[^ (]*reports/sample/", "reports/sample/"));
  }

  @Test
  void saysWhichOfTheRequirementsTheReportCallsMet() throws IOException {
    TreeMap<String, Boolean> met = new TreeMap<>();
    Report report = ReportReader.read(SAMPLE);
    for (CheckResult check : report.checks()) {
      if (check.implementation().equals("after")) {
        met.merge(check.requirement(), check.verdict() == Verdict.PASS, Boolean::logicalAnd);
      }
    }
    met.put("R7", report.plantedFaults().stream().allMatch(fault -> fault.caught()));
    TreeMap<String, Boolean> said = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| (R\\d(?:, R\\d)*) \\|.*\\| ([^|]*) \\|$")
            .matcher(Files.readString(README));
    while (row.find()) {
      for (String requirement : row.group(1).split(", ")) {
        said.put(requirement, row.group(2).equals("met"));
      }
    }
    assertThat(said).isEqualTo(met).hasSize(9);
  }

  @Test
  void refusesATableThatIsNotKnownAFileThatIsNotOneAndATextWithoutTables() throws IOException {
    assertThatThrownBy(() -> document("outcome", SAMPLE.toAbsolutePath()).published())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("asks for the table 'outcome'")
        .hasMessageEndingWith("expected one of result, ratios, adverse, spread");
    assertThatThrownBy(() -> document("result", Path.of("none.json")).published())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("none.json", "there is no such file");
    for (String findings : List.of("{}", "[]", "[{\"dataset\": 1")) {
      Path file = Files.writeString(folder.resolve("adverse.json"), findings);
      assertThatThrownBy(() -> document("adverse", file).published())
          .as(findings)
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining("must be a file that 'adverse --output' wrote");
      assertThatThrownBy(() -> document("spread", file).published())
          .as(findings)
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining("must be what SeveralServersLatencyIT wrote");
    }
    Path plain = Files.writeString(folder.resolve("plain.md"), "| a | b |\n");
    assertThatThrownBy(() -> Document.read(plain))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("must have tables between");
  }

  private Document document(String table, Path file) throws IOException {
    return Document.read(
        Files.writeString(
            folder.resolve("document.md"),
            "<!-- table:begin %s %s -->\n<!-- table:end -->\n".formatted(table, file)));
  }
}
