package org.activitysummary.before;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceResult;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(EmbeddedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchAllServiceTest {

  private static final int RANDOM_USERS = 40;

  /** Leaves room for the rows that a shape gives to the next user. */
  private static final long USER_STEP = 10;

  private EventsSchema schema;
  private HikariDataSource pool;
  private UserActivityService service;

  @BeforeAll
  void open(Database database) {
    schema = EventsSchema.create(database, "before_test");
    pool = pool(true);
    service = new FetchAllService(pool);
  }

  @AfterAll
  void close() {
    pool.close();
    schema.close();
  }

  private HikariDataSource pool(boolean autoCommit) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(schema.reader().jdbcUrl());
    config.setDataSourceProperties(schema.reader().driverProperties());
    config.setMaximumPoolSize(1);
    config.setAutoCommit(autoCommit);
    return new HikariDataSource(config);
  }

  @TestFactory
  Stream<DynamicTest> answersEveryConformanceCase() {
    List<ConformanceResult> results =
        new ConformanceRunner(schema, service).run(ConformanceCases.all());
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.conformanceCase().name(),
                    () -> assertThat(result.passed()).as(result.sentence()).isTrue()));
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithTheOracleOnRandomEvents(AdverseShape shape) {
    List<Event> events = new ArrayList<>();
    for (long seed = 1; seed <= RANDOM_USERS; seed++) {
      events.addAll(RandomEvents.generate(seed, shape, seed * USER_STEP, 80));
    }
    schema.truncate();
    schema.insert(events);

    for (long seed = 1; seed <= RANDOM_USERS; seed++) {
      long userId = seed * USER_STEP;
      assertThat(service.fetchUserActivitySummary(userId))
          .as("seed %d", seed)
          .isEqualTo(Oracle.summarize(events, userId));
    }
  }

  @Test
  void leavesCommitModeAndSettingsAsTheyWere() throws SQLException {
    service.fetchUserActivitySummary(1);

    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet setting = statement.executeQuery("SHOW synchronize_seqscans")) {
      setting.next();
      assertThat(setting.getString(1)).isEqualTo("on");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void worksOnAPoolWithoutAutoCommit() {
    schema.truncate();
    schema.insert(List.of(new Event(1, 1, "click", null)));

    try (HikariDataSource manual = pool(false)) {
      assertThat(new FetchAllService(manual).fetchUserActivitySummary(1).click()).isOne();
      assertThat(new FetchAllService(manual).fetchUserActivitySummary(2))
          .isEqualTo(UserActivitySummary.ZERO);
    }
  }

  @Test
  void namesTheUserWhenTheDatabaseFails() {
    HikariDataSource closed = pool(true);
    closed.close();

    assertThatThrownBy(() -> new FetchAllService(closed).fetchUserActivitySummary(42))
        .isInstanceOf(UserActivityException.class)
        .hasMessageStartingWith("No activity summary for user 42: ")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void isFoundByItsName() {
    assertThat(Implementations.named("before").kind()).isEqualTo(Kind.SUBJECT);
    assertThatThrownBy(() -> Implementations.named("befor"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown implementation 'befor'; expected one of before; put its jar on the class path");
  }
}
