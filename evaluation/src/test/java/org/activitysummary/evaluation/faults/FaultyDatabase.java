package org.activitysummary.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.assertj.core.api.AbstractThrowableAssert;

/** A seeded schema whose connections, and the server that it is on, are ill-treated. */
final class FaultyDatabase implements AutoCloseable {

  /** Far longer than anything here takes; only a hang reaches it. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The driver's timeout in these tests, in seconds. */
  static final String SOCKET_SECONDS = "3";

  private static final int SIZE = 20_000;

  private final Database database;
  private final EventsSchema schema;
  private final SeededUser user;

  FaultyDatabase(Database database) {
    this.database = database;
    schema = EventsSchema.create(database, "faults_test");
    Dataset dataset =
        Dataset.of(DatasetSpec.standard().withSizes(List.of(SIZE)).withBackground(5, 1_000));
    schema.load(dataset, LoadProgress.SILENT);
    user = dataset.users().get(0);
  }

  EventsSchema schema() {
    return schema;
  }

  UserActivitySummary expected() {
    return user.expected();
  }

  /** Returns a pool of one connection that gives up sooner than the usual one. */
  HikariDataSource pool(ConnectionTarget target) {
    Properties soon = new Properties();
    soon.setProperty("socketTimeout", SOCKET_SECONDS);
    HikariConfig config = ReaderPool.config(target, 1, soon);
    // A pool notices a change only some time after its start, and waits as long as before until
    // then.
    config.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
    return new HikariDataSource(config);
  }

  HikariDataSource pool() {
    return pool(schema.reader());
  }

  /** Returns how to connect as the reader, through another port. */
  ConnectionTarget through(int port) {
    ConnectionTarget reader = schema.reader();
    return new ConnectionTarget(
        reader.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/"),
        reader.user(),
        reader.password(),
        reader.schema());
  }

  int port() {
    return Integer.parseInt(schema.reader().jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
  }

  /** Makes one call. */
  UserActivitySummary call(String implementation, HikariDataSource pool) {
    UserActivityService service = Implementations.named(implementation).create(pool);
    return service.fetchUserActivitySummary(user.userId());
  }

  CompletableFuture<UserActivitySummary> callAside(String implementation, HikariDataSource pool) {
    CompletableFuture<UserActivitySummary> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(call(implementation, pool));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            },
            "caller");
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  /** Returns the exception of a call, which must come by itself. */
  static AbstractThrowableAssert<?, ? extends Throwable> failure(
      CompletableFuture<UserActivitySummary> call) throws InterruptedException, TimeoutException {
    try {
      UserActivitySummary answer = call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      throw new AssertionError("expected an exception but the answer is " + answer);
    } catch (ExecutionException e) {
      return assertThat(e.getCause());
    }
  }

  /** Calls until an answer comes; in between only the one exception is allowed. */
  UserActivitySummary callUntilAnswered(String implementation, HikariDataSource pool)
      throws InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return call(implementation, pool);
      } catch (UserActivityException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  /** Locks the table, so that the next call stops in the middle; rolling back releases it. */
  Connection locked() throws SQLException {
    Connection owner = schema.connectAsOwner();
    owner.setAutoCommit(false);
    execute(owner, "LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
    return owner;
  }

  /** Waits for a statement of the reader that is stopped by the lock, and returns its backend. */
  long awaitStopped() throws SQLException, InterruptedException {
    return awaitBackend("state = 'active' AND wait_event_type = 'Lock'");
  }

  /** Waits until no statement of the reader runs any more. */
  void awaitNoStatement() throws SQLException, InterruptedException {
    awaitTrue(
        "SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = '%s' AND state = 'active'"
            .formatted(schema.reader().user()));
  }

  void awaitTrue(String query) throws SQLException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!"t".equals(one(query))) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("never true: " + query);
      }
      Thread.sleep(20);
    }
  }

  private long awaitBackend(String condition) throws SQLException, InterruptedException {
    String which =
        "FROM pg_stat_activity WHERE usename = '%s' AND %s"
            .formatted(schema.reader().user(), condition);
    awaitTrue("SELECT count(*) = 1 " + which);
    return Long.parseLong(one("SELECT pid " + which));
  }

  String one(String query) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Changes a setting of the reader's future connections. */
  void set(String setting, String value) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      execute(
          owner, "ALTER ROLE %s SET %s = '%s'".formatted(schema.reader().user(), setting, value));
    }
  }

  void reset(String setting) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      execute(owner, "ALTER ROLE %s RESET %s".formatted(schema.reader().user(), setting));
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    schema.close();
  }
}
