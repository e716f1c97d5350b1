package org.activitysummary.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionStateTest {

  private static final List<String> SETTINGS =
      List.of(
          "work_mem",
          "jit",
          "plan_cache_mode",
          "transaction_read_only",
          "enable_partitionwise_aggregate");

  /** The driver prepares from the fifth on, the server looks at five more. */
  private static final int CALLS_UNTIL_ANY_PLAN_IS_CHOSEN = 12;

  private static final UserActivitySummary ONE_CLICK =
      new UserActivitySummary(1, 0, 0, BigDecimal.ZERO);

  @BeforeEach
  void storeOneClick() {
    Events.schema().truncate();
    Events.schema().insert(List.of(new Event(1, 7, "click", null)));
  }

  @ParameterizedTest
  @EnumSource
  void leavesAutoCommitAndSettingsAsTheyWere(Route route) throws SQLException {
    try (HikariDataSource pool = route.pool(true)) {
      List<String> before = settings(pool);

      assertThat(route.service(pool).fetchUserActivitySummary(7)).isEqualTo(ONE_CLICK);

      assertThat(settings(pool)).isEqualTo(before);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void worksOnAPoolWithoutAutoCommit(Route route) throws SQLException {
    try (HikariDataSource pool = route.pool(false)) {
      List<String> before = settings(pool);

      assertThat(route.service(pool).fetchUserActivitySummary(7)).isEqualTo(ONE_CLICK);

      assertThat(settings(pool)).isEqualTo(before);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
      }
    }
  }

  @Test
  void keepsAnOpenTransactionOpenWithItsSettings() throws SQLException {
    try (HikariDataSource pool = Events.pool(false);
        Connection connection = pool.getConnection()) {
      execute(connection, "SET LOCAL work_mem = '5MB'");

      int answer =
          PassingTransaction.query(
              connection,
              "SET LOCAL work_mem = '6MB'; SELECT ?::int",
              statement -> statement.setInt(1, 42),
              row -> row.getInt(1));

      assertThat(answer).isEqualTo(42);
      assertThat(show(connection, "work_mem")).isEqualTo("5MB");
    }
  }

  @ParameterizedTest
  @EnumSource(AutoCommit.class)
  void restoresTheConnectionAfterAFailure(AutoCommit autoCommit) throws SQLException {
    try (HikariDataSource pool = Events.pool(autoCommit == AutoCommit.ON);
        Connection connection = pool.getConnection()) {
      String before = show(connection, "work_mem");

      assertThatThrownBy(
              () ->
                  PassingTransaction.query(
                      connection,
                      "SET LOCAL work_mem = '6MB'; SELECT 1 / 0",
                      statement -> {},
                      row -> 0))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("division by zero");

      assertThat(connection.getAutoCommit()).isEqualTo(autoCommit == AutoCommit.ON);
      assertThat(show(connection, "work_mem")).isEqualTo(before);
    }
  }

  @Test
  void plansTheStatementForManyRowsForItsUserHoweverOftenItIsAskedAndWhateverTheSessionSays()
      throws SQLException {
    try (HikariDataSource pool = Route.DENSE_IDS.pool(true)) {
      try (Connection connection = pool.getConnection()) {
        execute(connection, "SET plan_cache_mode = force_generic_plan");
      }
      AfterService service = Route.DENSE_IDS.service(pool);
      for (int call = 0; call < CALLS_UNTIL_ANY_PLAN_IS_CHOSEN; call++) {
        assertThat(service.fetchUserActivitySummary(7)).isEqualTo(ONE_CLICK);
      }

      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT custom_plans, generic_plans FROM pg_prepared_statements"
                      + " WHERE statement LIKE '%doubted AS MATERIALIZED%' AND NOT from_sql")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt("custom_plans")).isGreaterThan(1);
        assertThat(row.getInt("generic_plans")).isZero();
        assertThat(row.next()).isFalse();
      }
    }
  }

  @Test
  void wrapsTheFailureOfAClosedPool() {
    HikariDataSource pool = Events.pool(true);
    pool.close();

    assertThatThrownBy(() -> new AfterService(pool).fetchUserActivitySummary(-5))
        .isInstanceOf(UserActivityException.class)
        .hasMessageStartingWith("No activity summary for user -5: ")
        .hasCauseInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource
  void wrapsTheFailureOfAStatementAndKeepsTheConnection(Route route) throws SQLException {
    try (HikariDataSource pool = route.pool(true)) {
      try (Connection connection = pool.getConnection()) {
        execute(connection, "SET search_path = pg_catalog");
      }

      assertThatThrownBy(() -> route.service(pool).fetchUserActivitySummary(7))
          .isInstanceOf(UserActivityException.class)
          .hasMessageContaining("relation \"events\" does not exist");

      try (Connection connection = pool.getConnection()) {
        execute(connection, "SET search_path = " + Events.schema().name());
        assertThat(connection.getAutoCommit()).isTrue();
      }
      assertThat(route.service(pool).fetchUserActivitySummary(7)).isEqualTo(ONE_CLICK);
    }
  }

  private enum AutoCommit {
    ON,
    OFF
  }

  private static List<String> settings(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<String> values = new ArrayList<>();
      for (String setting : SETTINGS) {
        values.add(setting + "=" + show(connection, setting));
      }
      return values;
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
