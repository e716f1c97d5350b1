package org.activitysummary.evaluation.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.process.JavaProcess;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProofLanesIT {

  private static final Dataset DATASET =
      Dataset.of(DatasetSpec.standard().withSizes(List.of(100)).withBackground(2, 100));

  private Database database;

  @BeforeAll
  void start() {
    database = Database.open(DatabaseLocation.parse("embedded"));
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @AfterEach
  void leavesNoSchemaAndNoProcess() throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet schemas =
            statement.executeQuery(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'activity%'")) {
      schemas.next();
      assertThat(schemas.getInt(1)).isZero();
    }
    assertThat(ProcessHandle.current().children().filter(JavaProcess::isJava)).isEmpty();
  }

  @Test
  void asksFaultsAtOnceThatDoNotSeeEachOther(@TempDir Path work) {
    PlantedFault index = new SchemaChanges.ExtraIndex();
    PlantedFault function = new SchemaChanges.ExtraFunction();

    try (ProofLanes lanes = ProofLanes.open(database, "apart", work, DATASET)) {
      Map<PlantedFault, ProofLane.Answers> answers =
          lanes.ask(List.of(index, function), fault -> {});

      assertThat(answers).containsOnlyKeys(index, function);
      assertThat(answers.values()).allMatch(found -> found.conformance().passed());
      assertThat(answers.get(index).watches().get(index.name()).differences())
          .singleElement()
          .asString()
          .startsWith("added index");
      assertThat(answers.get(function).watches().get(function.name()).differences())
          .singleElement()
          .asString()
          .startsWith("added function");
    }
  }

  @Test
  void failsWhenOneFaultCannotBePlanted(@TempDir Path work) {
    PlantedFault impossible =
        new PlantedFault("extra-index", "no-new-indexes", "cannot be planted") {
          @Override
          public void vandalize(Connection owner) throws SQLException {
            throw new SQLException("not today");
          }
        };

    try (ProofLanes lanes = ProofLanes.open(database, "impossible", work, DATASET)) {
      assertThatThrownBy(
              () -> lanes.ask(List.of(impossible, new SchemaChanges.ExtraFunction()), fault -> {}))
          .isInstanceOf(EvaluationException.class)
          .hasMessage("The fault planted-extra-index could not be planted: not today");
    }
  }

  @Test
  void stopsWhenTheCallerIsInterrupted(@TempDir Path work) {
    Thread caller = Thread.currentThread();
    List<PlantedFault> faults =
        List.of(
            new PlantedBreakdowns.NeverAnswers(),
            new SchemaChanges.ExtraIndex(),
            new SchemaChanges.ExtraFunction());

    try (ProofLanes lanes = ProofLanes.open(database, "interrupted", work, DATASET)) {
      assertThatThrownBy(() -> lanes.ask(faults, fault -> caller.interrupt()))
          .isInstanceOf(EvaluationException.class)
          .hasMessage("Interrupted while planted faults were asked");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
