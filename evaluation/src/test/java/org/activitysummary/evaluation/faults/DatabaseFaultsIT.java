package org.activitysummary.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a caller sees when the database fails: one clear exception, never a wrong answer, and the
 * next call is answered rightly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultsIT {

  private static final String TERMINATED = "57P01";
  private static final String DISK_FULL_OR_LIMIT = "53400";

  private FaultyDatabase database;

  @BeforeAll
  void open() {
    database = new FaultyDatabase(EmbeddedServer.shared());
  }

  @AfterAll
  void close() {
    database.close();
  }

  static Stream<String> subjects() {
    return Implementations.all().stream()
        .filter(provider -> provider.kind() == Kind.SUBJECT)
        .map(UserActivityServiceProvider::name);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aBackendThatIsTerminatedInTheMiddleIsOneException(String implementation) throws Exception {
    try (HikariDataSource pool = database.pool();
        Connection lock = database.locked()) {
      CompletableFuture<UserActivitySummary> call = database.callAside(implementation, pool);
      long backend = database.awaitStopped();

      database.one("SELECT pg_terminate_backend(%d)".formatted(backend));

      FaultyDatabase.failure(call)
          .isInstanceOf(UserActivityException.class)
          .hasMessageContaining("terminating connection")
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(TERMINATED));
      lock.rollback();
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aNetworkThatStallsBeforeTheCallIsOneException(String implementation) throws Exception {
    try (StallingProxy network = new StallingProxy(database.port());
        HikariDataSource pool = database.pool(database.through(network.port()))) {
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());

      network.stall();

      FaultyDatabase.failure(database.callAside(implementation, pool))
          .isInstanceOf(UserActivityException.class)
          .rootCause()
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(database.callUntilAnswered(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aNetworkThatStallsInTheMiddleLeavesNoStatementOnTheServer(String implementation)
      throws Exception {
    database.set("statement_timeout", "1s");
    try (StallingProxy network = new StallingProxy(database.port());
        HikariDataSource pool = database.pool(database.through(network.port()))) {
      try (Connection lock = database.locked()) {
        CompletableFuture<UserActivitySummary> call = database.callAside(implementation, pool);
        database.awaitStopped();

        network.stall();

        FaultyDatabase.failure(call)
            .isInstanceOf(UserActivityException.class)
            .rootCause()
            .isInstanceOf(SocketTimeoutException.class);
        // The lock is still held: the server gave up by itself.
        database.awaitNoStatement();
        lock.rollback();
      }
      assertThat(database.callUntilAnswered(implementation, pool)).isEqualTo(database.expected());
    } finally {
      database.reset("statement_timeout");
    }
  }

  @Test
  void aNetworkThatStallsAmongTheRowsGivesNoPartialAnswer() throws Exception {
    try (StallingProxy network = new StallingProxy(database.port());
        HikariDataSource pool = database.pool(database.through(network.port()))) {
      network.stallAfter(200_000);

      FaultyDatabase.failure(database.callAside("before", pool))
          .isInstanceOf(UserActivityException.class)
          .rootCause()
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(database.callUntilAnswered("before", pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aStatementThatTakesTooLongIsCancelledAndTheConnectionKept(String implementation)
      throws Exception {
    database.set("statement_timeout", "500ms");
    try (HikariDataSource pool = database.pool();
        Connection lock = database.locked()) {
      FaultyDatabase.failure(database.callAside(implementation, pool))
          .isInstanceOf(UserActivityException.class)
          .hasMessageContaining("canceling statement due to statement timeout");
      lock.rollback();
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    } finally {
      database.reset("statement_timeout");
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anExhaustedPoolIsOneException(String implementation) throws Exception {
    try (HikariDataSource pool = database.pool()) {
      try (Connection taken = pool.getConnection()) {
        assertThat(taken.isClosed()).isFalse();
        FaultyDatabase.failure(database.callAside(implementation, pool))
            .isInstanceOf(UserActivityException.class)
            .hasMessageContaining("Connection is not available, request timed out");
      }
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aServerWithoutRoomForTemporaryFilesIsNoTroubleToThoseWhoWriteNone(String implementation)
      throws Exception {
    database.set("work_mem", "64kB");
    database.set("temp_file_limit", "0");
    try (HikariDataSource pool = database.pool()) {
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    } finally {
      database.reset("temp_file_limit");
      database.reset("work_mem");
    }
  }

  @Test
  void aServerWithoutRoomForTemporaryFilesIsOneExceptionToAStatementThatSorts() throws Exception {
    String sorting = "planted-double-arithmetic";
    database.set("work_mem", "64kB");
    database.set("temp_file_limit", "0");
    try (HikariDataSource pool = database.pool()) {
      assertThatThrownBy(() -> database.call(sorting, pool))
          .isInstanceOf(UserActivityException.class)
          .hasMessageContaining("temporary file size exceeds")
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DISK_FULL_OR_LIMIT));
    } finally {
      database.reset("temp_file_limit");
      database.reset("work_mem");
    }
    try (HikariDataSource pool = database.pool()) {
      assertThat(database.call(sorting, pool).view()).isEqualTo(database.expected().view());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anInterruptedCallerGetsTheRightAnswerAndStaysInterrupted(String implementation)
      throws Exception {
    try (HikariDataSource pool = database.pool()) {
      Thread.currentThread().interrupt();

      UserActivitySummary answer = database.call(implementation, pool);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(answer).isEqualTo(database.expected());
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aCallerInterruptedWhileItWaitsForAConnectionStopsWaiting(String implementation)
      throws Exception {
    try (HikariDataSource pool = database.pool()) {
      try (Connection taken = pool.getConnection()) {
        assertThat(taken.isClosed()).isFalse();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> database.call(implementation, pool))
            .isInstanceOf(UserActivityException.class)
            .hasMessageContaining("Interrupted during connection acquisition");

        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @Test
  void theUsualPoolWaitsLongerThanTheServerAllowsAStatement() throws SQLException {
    try (HikariDataSource pool = ReaderPool.open(database.schema().reader(), 1);
        Connection reader = pool.getConnection();
        Statement statement = reader.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting FROM pg_settings WHERE name = 'statement_timeout'")) {
      row.next();
      assertThat(row.getLong(1)).isBetween(1L, reader.getNetworkTimeout() - 1L);
    }
  }
}
