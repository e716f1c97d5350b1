package org.activitysummary.testbed.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(EmbeddedServer.class)
class ConformanceRunnerTest {

  private EventsSchema schema;

  @BeforeEach
  void createSchema(Database database) {
    schema = EventsSchema.create(database, "conformance_runner");
  }

  @AfterEach
  void dropSchema() {
    schema.close();
  }

  @Test
  void passesAnImplementationThatKeepsTheContract() throws SQLException {
    try (Connection connection = schema.connectAsOwner()) {
      UserActivityService right = userId -> Oracle.summarize(stored(connection), userId);

      List<ConformanceResult> results =
          new ConformanceRunner(schema, right).run(ConformanceCases.all());

      assertThat(results)
          .hasSameSizeAs(ConformanceCases.all())
          .allSatisfy(result -> assertThat(result.passed()).as(result.sentence()).isTrue());
      assertThat(results.get(0).sentence()).isEqualTo("no-rows: as expected");
    }
  }

  @Test
  void catchesAnImplementationThatCountsCopies() throws SQLException {
    try (Connection connection = schema.connectAsOwner()) {
      UserActivityService wrong =
          userId -> Oracle.summarize(renumbered(stored(connection)), userId);

      List<ConformanceResult> results =
          new ConformanceRunner(schema, wrong).run(ConformanceCases.all());

      assertThat(results.stream().filter(result -> !result.passed()))
          .anySatisfy(
              result ->
                  assertThat(result.sentence())
                      .isEqualTo(
                          "one-copy: expected click=1 view=0 purchase=0 totalValue=0 but found"
                              + " click=2 view=0 purchase=0 totalValue=0 (a copy does not count)"));
    }
  }

  @Test
  void goesOnAfterAFailureAndAfterNull() {
    UserActivityService failing =
        userId -> {
          if (userId == 1) {
            return null;
          }
          throw new UserActivityException(userId, new SQLException("gone\naway"));
        };
    List<ConformanceCase> cases =
        List.of(
            new ConformanceCase(
                "a", ConformanceCase.Category.EDGE, "b", 1, List.of(), UserActivitySummary.ZERO),
            new ConformanceCase(
                "c", ConformanceCase.Category.EDGE, "d", 2, List.of(), UserActivitySummary.ZERO));

    List<ConformanceResult> results = new ConformanceRunner(schema, failing).run(cases);

    assertThat(results).noneMatch(ConformanceResult::passed);
    assertThat(results.get(0).sentence()).contains("but found null (b)");
    assertThat(results.get(1).sentence()).contains("but it failed: ").contains("gone away (d)");
  }

  @ParameterizedTest
  @EnumSource
  void storesRandomEventsAsTheyAre(AdverseShape shape) throws SQLException {
    try (Connection connection = schema.connectAsOwner()) {
      for (long seed = 0; seed < 5; seed++) {
        List<Event> events = RandomEvents.generate(seed, shape, Long.MAX_VALUE, 300);
        schema.truncate();
        schema.insert(events);

        assertThat(Oracle.summarize(stored(connection), Long.MAX_VALUE))
            .as("seed %d", seed)
            .isEqualTo(Oracle.summarize(events, Long.MAX_VALUE));
      }
    }
  }

  private static List<Event> renumbered(List<Event> rows) {
    List<Event> renumbered = new ArrayList<>();
    for (Event row : rows) {
      renumbered.add(new Event(renumbered.size(), row.userId(), row.type(), row.metadata()));
    }
    return renumbered;
  }

  // As the database understood them: jsonb printed again.
  private static List<Event> stored(Connection connection) {
    List<Event> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, user_id, type, metadata FROM events ORDER BY ctid")) {
      while (row.next()) {
        rows.add(new Event(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }
}
