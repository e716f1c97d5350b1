package org.activitysummary.evaluation.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.mixed.PlanEvidence.StatementPlans;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans that change are seen, and those that stay are not taken for changed ones. */
@Timeout(120)
class PlanWatchTest {

  private static EventsSchema schema;
  private static List<SeededUser> users;

  @BeforeAll
  static void seed() {
    Dataset dataset = Dataset.of(DatasetSpec.standard().withSizes(List.of(100, 2_000)));
    users = dataset.users();
    schema = EventsSchema.create(EmbeddedServer.shared(), "plan_watch_test");
    schema.load(dataset, LoadProgress.SILENT);
  }

  @AfterAll
  static void close() {
    schema.close();
  }

  /** Asks one statement; from a call on, the session may use no index any more. */
  private record Flipping(int fromCall) implements UserActivityServiceProvider {

    @Override
    public String name() {
      return "flipping";
    }

    @Override
    public String description() {
      return "its plan is another one from some call on";
    }

    @Override
    public UserActivityService create(DataSource pool) {
      AtomicInteger calls = new AtomicInteger();
      return userId -> answer(pool, userId, calls.incrementAndGet());
    }

    private UserActivitySummary answer(DataSource pool, long userId, int call) {
      try (Connection connection = pool.getConnection()) {
        if (call == fromCall) {
          try (Statement settings = connection.createStatement()) {
            settings.execute("SET enable_indexscan = off; SET enable_bitmapscan = off");
          }
        }
        try (PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM events WHERE user_id = ?")) {
          statement.setLong(1, userId);
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return UserActivitySummary.ZERO;
          }
        }
      } catch (SQLException e) {
        throw new UserActivityException(userId, e);
      }
    }
  }

  private static PlanEvidence watch(UserActivityServiceProvider provider) {
    List<SeededUser> byTurns = List.of(users.get(1), users.get(0), users.get(1), users.get(0));
    return new PlanWatch(EmbeddedServer.shared().owner(schema.name())).watch(provider, byTurns);
  }

  @Test
  void aPlanThatChangesIsCountedForEachUserItChangesFor() {
    PlanEvidence seen = watch(new Flipping(3));

    assertThat(seen.calls()).isEqualTo(4);
    assertThat(seen.wrong()).isEqualTo(4);
    assertThat(seen.statements()).hasSize(2).allMatch(s -> s.executions() == 2);
    assertThat(seen.statements())
        .allSatisfy(s -> assertThat(s.firstPlan()).isNotEqualTo(s.lastPlan()));
    assertThat(seen.changes()).isEqualTo(2);
    assertThat(seen.stable()).isFalse();
  }

  @Test
  void aPlanThatStaysIsNotCounted() {
    assertThat(watch(new Flipping(99)).changes()).isZero();

    PlanEvidence after = watch(Implementations.named("after"));
    assertThat(after.stable()).isTrue();
    assertThat(after.wrong()).isZero();
    assertThat(after.statements()).extracting(StatementPlans::size).contains(100, 2_000);
  }
}
