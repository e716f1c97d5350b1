package org.activitysummary.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.activitysummary.evaluation.report.ReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Report REPORT =
      new RecordedFixture()
          .heldAgainst(BaselineMove.from(new RecordedFixture().seeded(2).report(), true))
          .withSecondDraw(1)
          .report();

  @TempDir private Path folder;

  @Test
  void aReportAgreesWithItsRecordingAfterItWasWrittenAndRead() throws IOException {
    assertThat(differences((ObjectNode) JsonFormat.tree(REPORT))).isEmpty();
  }

  @Test
  void everyFigureAndVerdictThatIsEditedIsNamed() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    for (String block : List.of("measurements", "comparisons", "checks", "regressions", "gate")) {
      for (String pointer : editable("/" + block, JsonFormat.tree(REPORT).path(block))) {
        ObjectNode edited = (ObjectNode) JsonFormat.tree(REPORT);
        edit(edited, pointer);
        List<Difference> differences = Verification.of(asReport(edited));
        if (differences.stream().noneMatch(d -> d.field().equals(named(pointer)))) {
          unnoticed.add(pointer);
        }
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void callsThatWereEditedMoveTheFiguresMadeOfThem() throws IOException {
    ObjectNode edited = (ObjectNode) JsonFormat.tree(REPORT);
    JsonNode other = edited.at("/recording/forks/1/nanos");
    ((ObjectNode) edited.at("/recording/forks/0")).set("nanos", other);

    assertThat(differences(edited))
        .extracting(Difference::field)
        .contains("measurements[0].latency.mean", "measurements[0].latency.histogram");
  }

  @Test
  void latenciesUnderLoadMustBeThoseOfTheirHistogram() throws IOException {
    for (String figure : List.of("p50", "p99", "max", "series[0].p50", "series[0].max")) {
      ObjectNode edited = (ObjectNode) JsonFormat.tree(REPORT);
      edit(edited, "/load/after/" + figure.replace("[0].", "/0/"));

      assertThat(differences(edited))
          .extracting(Difference::field)
          .containsExactly("load.after." + figure);
    }
  }

  @Test
  void callsThatCannotBeReadAreRefusedWithTheirField() throws IOException {
    ObjectNode edited = (ObjectNode) JsonFormat.tree(REPORT);
    ((ObjectNode) edited.at("/recording/forks/3")).put("nanos", "AAAA");

    assertThatThrownBy(() -> differences(edited))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContainingAll("recording.forks[3].nanos", "take a file that a run wrote");
  }

  @Test
  void aReportWithoutARecordingCannotBeVerified() {
    assertThatThrownBy(() -> Verification.of(ReportFixture.passing()))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("holds no recording");
  }

  private List<Difference> differences(ObjectNode report) throws IOException {
    return Verification.of(asReport(report));
  }

  private Report asReport(ObjectNode report) throws IOException {
    return ReportReader.read(Files.writeString(folder.resolve("report.json"), report.toString()));
  }

  /** One of each kind of field: all of the first element of every array. */
  private static List<String> editable(String where, JsonNode node) {
    List<String> pointers = new ArrayList<>();
    if (node.isObject()) {
      node.fieldNames()
          .forEachRemaining(name -> pointers.addAll(editable(where + "/" + name, node.path(name))));
    } else if (node.isArray() && !node.isEmpty()) {
      pointers.addAll(editable(where + "/0", node.path(0)));
    } else if (node.isNumber() || node.isBoolean() || node.isTextual()) {
      pointers.add(where);
    }
    return pointers;
  }

  private static void edit(ObjectNode report, String pointer) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = report.at(pointer.substring(0, slash));
    JsonNode value = report.at(pointer);
    String name = pointer.substring(slash + 1);
    JsonNode other = other(name, value);
    if (parent instanceof ObjectNode object) {
      object.set(name, other);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), other);
    }
  }

  private static JsonNode other(String name, JsonNode value) {
    if (value.isIntegralNumber()) {
      return MAPPER.getNodeFactory().numberNode(value.intValue() + 1);
    }
    if (value.isNumber()) {
      return MAPPER.getNodeFactory().numberNode(value.doubleValue() * 1.001 + 0.001);
    }
    if (value.isBoolean()) {
      return MAPPER.getNodeFactory().booleanNode(!value.booleanValue());
    }
    return MAPPER
        .getNodeFactory()
        .textNode(
            switch (name) {
              case "verdict" -> value.textValue().equals("FAIL") ? "PASS" : "FAIL";
              case "outcome" -> value.textValue().equals("NEW") ? "MISSING" : "NEW";
              default -> value.textValue() + ".";
            });
  }

  private static String named(String pointer) {
    return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }
}
