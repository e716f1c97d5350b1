package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReaderTest {

  @TempDir private Path folder;
  private Path file;
  private String json;

  @BeforeEach
  void takeTheFixture() throws IOException {
    file = folder.resolve("report.json");
    json = new String(JsonFormat.bytes(ReportFixture.passing()), StandardCharsets.UTF_8);
  }

  private void refuses(String content, String... parts) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(EvaluationException.class)
        .hasMessageNotContaining("\n")
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(parts);
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    Files.writeString(file, json);
    Report report = ReportReader.read(file);
    assertThat(report).isEqualTo(ReportFixture.passing());
    assertThat(JsonFormat.bytes(report)).asString(StandardCharsets.UTF_8).isEqualTo(json);
  }

  @Test
  void aFolderStandsForItsReport() throws IOException {
    Files.writeString(file, json);
    assertThat(ReportReader.read(folder)).isEqualTo(ReportReader.read(file));
  }

  @Test
  void unknownFieldsArePassedOver() throws IOException {
    String marked = json.replace("\"samples\" : ", "\"later\" : {\"a\" : [1]}, \"samples\" : ");
    assertThat(marked).isNotEqualTo(json);
    Files.writeString(file, marked);
    assertThat(ReportReader.read(file)).isEqualTo(ReportFixture.passing());
  }

  @Test
  void refusesAFileThatIsCutOff() throws IOException {
    refuses(json.substring(0, json.length() / 2), "not complete JSON", "line ", "take the whole");
    refuses(json.substring(0, json.length() - 2), "not complete JSON");
    refuses("", "schemaVersion", "nothing there");
  }

  @Test
  void refusesAnotherKindOfFile() throws IOException {
    refuses("[]", "schemaVersion", "found nothing there", "name a report");
    refuses("{\"schemaVersion\":\"one\"}", "schemaVersion", "found \"one\"");
    refuses("{\"schemaVersion\":0}", "schemaVersion", "at least 1, found 0");
    refuses("{\"schemaVersion\":1}", "at run", "found nothing there");
    refuses("%PDF-1.7", "not complete JSON");
  }

  @Test
  void refusesALaterVersion() throws IOException {
    refuses(
        json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
        "expected at most 1, found 2",
        "use the release that wrote it");
  }

  @Test
  void namesTheFieldThatIsWrong() throws IOException {
    refuses(
        json.replaceFirst("\"verdict\" : \"PASS\"", "\"verdict\" : \"MAYBE\""),
        "checks[0].verdict",
        "MAYBE");
    refuses(
        json.replaceFirst("\"samples\" : 2400", "\"samples\" : \"many\""),
        "measurements[0].latency.samples",
        "many");
    refuses(json.replaceFirst("\"fingerprint\" : ", "\"print\" : "), "dataset.fingerprint");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(
            file + " must be a report but there is no such file; name one that was written");
  }
}
