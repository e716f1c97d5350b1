package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.benchmarks.plan.PlanTaker;
import org.activitysummary.benchmarks.plan.RecordingDataSource;
import org.activitysummary.evaluation.evidence.ForkPlans;
import org.activitysummary.evaluation.evidence.PlansInRounds;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real forks tell the plans of the connection that was timed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PlansInForksIT {

  private static final int FEW = 100;
  private static final int MANY = 2_000;

  /** The driver prepares from the fifth on, the server looks at five more. */
  private static final int CALLS_UNTIL_ANY_PLAN_IS_CHOSEN = 12;

  private SeededForks seeded;

  @BeforeAll
  void seed(@TempDir Path directory) {
    DatasetSpec spec =
        DatasetSpec.standard().withSizes(List.of(FEW, MANY)).withBackground(50, 10_000);
    seeded = SeededForks.seed("plans_in_forks_test", spec, directory);
  }

  @AfterEach
  void letThePlannerChoose() throws SQLException {
    asOwner("ALTER ROLE %s RESET ALL");
  }

  @AfterAll
  void close() {
    seeded.close();
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection owner = seeded.schema().connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql.formatted(seeded.schema().reader().user()));
    }
  }

  private ForkPlans run(String implementation, int size) {
    return seeded
        .forks()
        .run(new Cell(Arm.first(implementation), size), 1, SeededForks.SHORT)
        .plans();
  }

  private static PlansInRounds compared(ForkPlans first, ForkPlans second) {
    Map<String, ForkPlans> byFork = new LinkedHashMap<>();
    byFork.put("round 1", first);
    byFork.put("round 2", second);
    return PlansInRounds.of(byFork);
  }

  @Test
  void aPlannerThatIsToldOtherwiseInTheSecondRoundIsFoundOut() throws SQLException {
    ForkPlans first = run("before", MANY);
    asOwner("ALTER ROLE %s SET enable_bitmapscan = off");
    asOwner("ALTER ROLE %s SET enable_indexscan = off");
    PlansInRounds plans = compared(first, run("before", MANY));

    assertThat(plans.reason()).isNull();
    assertThat(plans.changed()).isTrue();
    assertThat(plans.statements()).singleElement().satisfies(PlansInForksIT::hasBothPlans);
  }

  private static void hasBothPlans(PlansInRounds.Statement statement) {
    assertThat(statement.plans())
        .extracting(PlansInRounds.Plan::forks)
        .containsExactly(List.of("round 1"), List.of("round 2"));
    assertThat(statement.plans().get(0).plan().toString()).contains("events_user_id_idx");
    assertThat(statement.plans().get(1).plan().toString()).contains("Seq Scan");
  }

  @Test
  void roundsThatAreAlikeHaveOnePlanForEachStatement() {
    PlansInRounds plans = compared(run("after", MANY), run("after", MANY));

    assertThat(plans.reason()).isNull();
    assertThat(plans.forks()).isEqualTo(2);
    assertThat(plans.changed()).isFalse();
    assertThat(plans.statements())
        .hasSizeGreaterThan(1)
        .allSatisfy(s -> assertThat(s.plans()).singleElement());
  }

  @Test
  void settingsThatAnImplementationMakesForItsTransactionHoldForItsPlans() throws SQLException {
    try (HikariDataSource pool = ReaderPool.open(seeded.schema().reader(), 1)) {
      RecordingDataSource recorded = new RecordingDataSource(pool);
      try (Connection connection = recorded.getConnection();
          Statement statement = connection.createStatement();
          PreparedStatement setting =
              connection.prepareStatement("SELECT set_config('enable_bitmapscan', ?, true)")) {
        statement.execute("SET LOCAL enable_indexscan = off; SELECT count(*) FROM events");
        setting.setString(1, "off");
        setting.execute();
        statement.execute("-- the same again\nSELECT type FROM events WHERE user_id = 1");
      }
      recorded.stop();

      PlanFile.Plans plans = PlanTaker.plans(recorded, pool);

      assertThat(plans.failure()).isNull();
      assertThat(plans.plans()).hasSize(2);
      assertThat(plans.plans().get(1).plan()).contains("Seq Scan");
    }
  }

  @Test
  void aStatementThatIsKeptPreparedHasThePlanOfThatConnection() throws SQLException {
    try (HikariDataSource pool = ReaderPool.open(seeded.schema().reader(), 1)) {
      RecordingDataSource recorded = new RecordingDataSource(pool);
      for (int call = 0; call < CALLS_UNTIL_ANY_PLAN_IS_CHOSEN; call++) {
        try (Connection connection = recorded.getConnection();
            PreparedStatement query =
                connection.prepareStatement("SELECT type FROM events WHERE user_id = ?")) {
          query.setLong(1, seeded.dataset().users().get(1).userId());
          query.execute();
        }
        recorded.stop();
      }

      // A plan for all values names none.
      assertThat(PlanTaker.plans(recorded, pool).plans().get(0).plan()).contains("user_id = $1");
    }
  }

  @Test
  void aStatementThatIsNotKeptPreparedHasThePlanOfItsValues() throws SQLException {
    try (HikariDataSource pool = ReaderPool.open(seeded.schema().reader(), 1)) {
      RecordingDataSource recorded = new RecordingDataSource(pool);
      try (Connection connection = recorded.getConnection();
          PreparedStatement query =
              connection.prepareStatement("SELECT type FROM events WHERE user_id = ?")) {
        query.setLong(1, 1);
        query.execute();
      }
      recorded.stop();

      assertThat(PlanTaker.plans(recorded, pool).plans().get(0).plan()).contains("user_id = '1'");
    }
  }
}
