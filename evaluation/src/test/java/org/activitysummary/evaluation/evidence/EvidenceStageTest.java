package org.activitysummary.evaluation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Asks the embedded server, which knows every option. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceStageTest {

  private EventsSchema schema;
  private Dataset dataset;
  private EvidenceStage stage;
  private Explainer explainer;

  @BeforeAll
  void seed(@TempDir Path directory) {
    dataset = Dataset.of(DatasetSpec.standard().withSizes(List.of(3_000)).withBackground(2, 100));
    Database database = EmbeddedServer.shared();
    schema = EventsSchema.create(database, "evidence_stage_test");
    schema.load(dataset, LoadProgress.SILENT);
    stage = new EvidenceStage(database.owner(schema.name()), directory);
    explainer = new Explainer(database.owner(schema.name()));
  }

  @AfterAll
  void close() {
    stage.close();
    schema.close();
  }

  private List<StatementEvidence> queries(String implementation) {
    DatabaseEvidence evidence = stage.explain(implementation, dataset.users().get(0));
    assertThat(evidence.reason()).isNull();
    assertThat(evidence.statements()).isNotEmpty();
    return evidence.statements();
  }

  @Test
  void tellsThePlannersMemoryAndTheBytesOfTheRowsOfEveryQuery() {
    for (StatementEvidence query : queries("after")) {
      Explanation explanation = query.explanation();
      assertThat(explanation.reason()).isNull();
      assertThat(explanation.options()).isEqualTo("ANALYZE, BUFFERS, MEMORY, SERIALIZE");
      assertThat(explanation.planHash()).isEqualTo(query.planHash());
      assertThat(explanation.planningMemoryBytes()).isPositive();
      assertThat(explanation.executionMillis()).isPositive();
    }
  }

  @Test
  void countsWhatAQueryForAllRowsSends() {
    StatementEvidence query = queries("before").get(0);

    assertThat(query.rows()).isEqualTo(3_000);
    assertThat(query.values()).isEqualTo("$1 = '%d'".formatted(dataset.users().get(0).userId()));
    assertThat(query.explanation().outputBytes()).isGreaterThan(3_000 * 10);
  }

  @Test
  void runsTheStatementWithItsValuesAndItsSettings() {
    String sql = "/* in the session's words */ SELECT $1 || current_setting('work_mem')";

    Explanation explanation = explainer.explain(sql, "$1 = 'it''s'", Map.of("work_mem", "7MB"));

    assertThat(explanation.reason()).isNull();
    assertThat(explanation.planHash()).isNotBlank();
  }

  @Test
  void saysWhyAStatementIsNotRunOnceMore() {
    assertThat(explainer.explain("DELETE FROM events", "", Map.of()).reason())
        .isEqualTo("only a query is run once more");
    assertThat(explainer.explain("SELECT no_such_column", "", Map.of()).reason())
        .startsWith("EXPLAIN could not be used: ")
        .contains("no_such_column");
    assertThat(
            explainer
                .explain(
                    "WITH gone AS (DELETE FROM events RETURNING id) SELECT * FROM gone",
                    "",
                    Map.of())
                .reason())
        .contains("read-only transaction");
  }
}
