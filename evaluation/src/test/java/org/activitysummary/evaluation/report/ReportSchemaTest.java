package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.junit.jupiter.api.Test;

/** {@code reports/report.schema.json} says what {@code report.json} holds, no more and no less. */
class ReportSchemaTest {

  private static final Path REPORTS = Path.of("../reports");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static String schemaText() throws IOException {
    return Files.readString(REPORTS.resolve("report.schema.json"));
  }

  static List<String> errors(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText());
    List<Error> errors =
        schema.validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(Error::toString).toList();
  }

  private static String json(Report report) {
    return new String(JsonFormat.bytes(report), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWrittenFollowsTheSchema() throws IOException {
    assertThat(errors(json(ReportFixture.passing()))).isEmpty();
    assertThat(errors(json(ReportFixture.withEveryVerdict()))).isEmpty();
    assertThat(errors(json(ReportFixture.undecided(true)))).isEmpty();
  }

  @Test
  void everyCommittedReportFollowsTheSchemaAndCanBeRead() throws IOException {
    try (Stream<Path> files = Files.walk(REPORTS)) {
      for (Path file : files.filter(f -> f.endsWith("report.json")).toList()) {
        assertThat(errors(Files.readString(file))).as(file.toString()).isEmpty();
        assertThat(ReportReader.read(file).gate()).isNotNull();
      }
    }
  }

  @Test
  void aReportWithARecordingAndABaselineFollowsTheSchema() throws IOException {
    Baseline baseline = BaselineMove.from(new RecordedFixture().seeded(2).report(), true);
    assertThat(errors(json(new RecordedFixture().heldAgainst(baseline).report()))).isEmpty();
  }

  @Test
  void aNumberThatIsMissingWithoutAReasonIsRefused() throws IOException {
    ObjectNode report = (ObjectNode) MAPPER.readTree(json(ReportFixture.passing()));
    ((ObjectNode) report.at("/measurements/0/latency/p99")).putNull("value");
    assertThat(errors(report.toString())).anyMatch(error -> error.contains("reason"));
  }

  @Test
  void aVerdictThatDoesNotExistIsRefused() throws IOException {
    ObjectNode report = (ObjectNode) MAPPER.readTree(json(ReportFixture.passing()));
    ((ObjectNode) report.at("/gate")).put("verdict", "MAYBE");
    assertThat(errors(report.toString())).isNotEmpty();
  }

  @Test
  void everyFieldThatCanBeWrittenIsDescribed() throws IOException {
    JsonNode schema = MAPPER.readTree(schemaText());
    List<String> unknown = new ArrayList<>();
    collectUnknown(Report.class, schema, schema, "report", unknown);
    assertThat(unknown).isEmpty();
  }

  private static void collectUnknown(
      Type type, JsonNode schema, JsonNode root, String where, List<String> unknown) {
    JsonNode here = schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    if (!here.has("description")) {
      unknown.add(where);
    } else if (type instanceof ParameterizedType several) {
      Type[] of = several.getActualTypeArguments();
      JsonNode each = here.path(of.length == 1 ? "items" : "additionalProperties");
      if (!each.isBoolean()) {
        collectUnknown(of[of.length - 1], each, root, where + "[]", unknown);
      }
    } else if (type instanceof Class<?> one && one.isRecord()) {
      for (RecordComponent field : one.getRecordComponents()) {
        JsonNode known = here.path("properties").path(field.getName());
        String name = where + "." + field.getName();
        collectUnknown(field.getGenericType(), known, root, name, unknown);
      }
    }
  }
}
