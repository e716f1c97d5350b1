package org.activitysummary.alternatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceResult;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

  private static EventsSchema schema;
  private static EventsSchema manyRows;

  @BeforeAll
  static void createSchemas() {
    schema = EventsSchema.create(EmbeddedServer.shared(), "alternatives_test");
    manyRows = EventsSchema.create(EmbeddedServer.shared(), "alternatives_many_rows_test");
    List<Event> rows = new ArrayList<>();
    for (int n = 0; n < 100_000; n++) {
      rows.add(new Event(n / 2, 7, n / 2 % 4 == 0 ? "purchase" : "view", "{\"price\": 0.25}"));
    }
    manyRows.insert(rows);
  }

  @AfterAll
  static void dropSchemas() {
    schema.close();
    manyRows.close();
  }

  @Test
  void areFoundByTheServiceLoader() {
    assertThat(providers().map(UserActivityServiceProvider::name))
        .containsExactlyInAnyOrder(
            "cursor-hashset",
            "distinct-on",
            "distinct-rewrite",
            "floor",
            "keyset-pagination",
            "prepared-distinct-on");
    assertThat(providers())
        .allSatisfy(
            provider -> {
              assertThat(provider.description()).isNotBlank().doesNotContain("\n");
              assertThat(provider.kind())
                  .isEqualTo(provider.name().equals("floor") ? Kind.REFERENCE : Kind.ALTERNATIVE);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cursor-hashset", "distinct-on", "keyset-pagination", "prepared-distinct-on"})
  void keepTheContractWhenExact(String name) {
    try (HikariDataSource pool = pool()) {
      assertThat(conformance(name, pool))
          .isNotEmpty()
          .allSatisfy(result -> assertThat(result.passed()).as(result.sentence()).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"distinct-rewrite", "floor"})
  void doNotKeepTheContractWhenNotExact(String name) {
    try (HikariDataSource pool = pool()) {
      assertThat(conformance(name, pool))
          .anySatisfy(result -> assertThat(result.passed()).isFalse())
          .allSatisfy(result -> assertThat(result.failure()).isNull());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor-hashset", "distinct-on", "distinct-rewrite", "keyset-pagination"})
  void agreeOnManyRowsWithEqualCopies(String name) {
    try (HikariDataSource pool = pool(manyRows)) {
      assertThat(provider(name).create(pool).fetchUserActivitySummary(7))
          .isEqualTo(new UserActivitySummary(0, 37_500, 12_500, new BigDecimal("3125")));
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void giveTheConnectionBackAsItWas(UserActivityServiceProvider provider) throws SQLException {
    schema.truncate();
    try (HikariDataSource pool = pool()) {
      assertThat(provider.create(pool).fetchUserActivitySummary(7))
          .isEqualTo(UserActivitySummary.ZERO);

      try (Connection connection = pool.getConnection();
          var statement = connection.createStatement();
          var row = statement.executeQuery("SHOW work_mem")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("4MB");
        assertThat(connection.getAutoCommit()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void wrapTheFailureOfTheDatabase(UserActivityServiceProvider provider) {
    HikariDataSource pool = pool();
    pool.close();

    assertThatThrownBy(() -> provider.create(pool).fetchUserActivitySummary(7))
        .isInstanceOf(UserActivityException.class)
        .hasMessageStartingWith("No activity summary for user 7: ")
        .hasCauseInstanceOf(SQLException.class);
  }

  static Stream<UserActivityServiceProvider> providers() {
    return ServiceLoader.load(UserActivityServiceProvider.class).stream()
        .map(ServiceLoader.Provider::get);
  }

  private static UserActivityServiceProvider provider(String name) {
    return providers().filter(provider -> provider.name().equals(name)).findAny().orElseThrow();
  }

  private static List<ConformanceResult> conformance(String name, HikariDataSource pool) {
    return new ConformanceRunner(schema, provider(name).create(pool)).run(ConformanceCases.all());
  }

  private static HikariDataSource pool() {
    return pool(schema);
  }

  private static HikariDataSource pool(EventsSchema schema) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(schema.reader().jdbcUrl());
    config.setDataSourceProperties(schema.reader().driverProperties());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }
}
