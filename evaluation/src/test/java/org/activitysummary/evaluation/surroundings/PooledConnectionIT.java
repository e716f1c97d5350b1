package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Implementations behind a pooler that lends a server connection for one transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PooledConnectionIT {

  private static final DatasetSpec SPEC =
      DatasetSpec.standard().withSizes(List.of(100, 2_000)).withBackground(10, 1_000);

  /** More than the pooler's server connections, so that each transaction may get another one. */
  private static final int CLIENTS = 8;

  /** Beyond the tenth execution, where the driver and the server have long prepared statements. */
  private static final int CALLS = 30;

  @TempDir private static Path folder;
  @TempDir private static Path forgetfulFolder;
  private Database server;
  private PgBouncer pooler;

  @BeforeAll
  void start() throws Exception {
    assumeTrue(PgBouncer.program().isPresent(), "skipped: PgBouncer is not installed");
    server = EmbeddedServer.shared();
    pooler = PgBouncer.start(folder, server.owner(""), "extra_float_digits");
  }

  @AfterAll
  void stop() {
    if (pooler != null) {
      pooler.close();
    }
  }

  @Test
  void carriesAWholeEvaluation() {
    Report report = SmallEvaluation.run(pooled(), System.out, "before", "after");

    assertThat(report.environment().postgres().reader()).endsWith("through a connection pooler");
    // The process ids that a pooler reports are its own inventions.
    assertThat(report.measurements()).allSatisfy(m -> assertThat(m.server().peakMemory()).isNull());
  }

  @Test
  void lendsManyClientsFewConnectionsWithoutAPreparedStatement() throws Exception {
    Dataset dataset = Dataset.of(SPEC);
    try (Database database = Database.open(pooled());
        EventsSchema schema = EventsSchema.create(database, "pooled")) {
      schema.load(dataset, LoadProgress.SILENT);
      try (HikariDataSource pool = ReaderPool.open(schema.reader(), CLIENTS)) {
        for (String name : List.of("before", "after", "cursor-hashset", "keyset-pagination")) {
          askFromAllClients(Implementations.named(name).create(pool), dataset.users());
        }
        assertThat(statementsPrepared(pool)).isZero();
      }
    }
  }

  @Test
  void isRefusedWhereTheServerItselfIsExpected() {
    DatabaseLocation asDatabase = external(pooler.url(), "");
    try (Database database = Database.open(asDatabase)) {
      assertThatThrownBy(() -> EventsSchema.create(database, "never"))
          .isInstanceOf(TestbedException.class)
          .hasMessageContaining("unsupported startup parameter")
          .hasMessageEndingWith("name the server itself as --database and PgBouncer as --pooler");
    }
  }

  @Test
  void isRefusedWhenItDropsTheSearchPathSilently() throws Exception {
    try (PgBouncer forgetful =
            PgBouncer.start(
                forgetfulFolder, server.owner(""), "extra_float_digits, search_path, options");
        Database database = Database.open(external(forgetful.url(), ""))) {
      assertThatThrownBy(() -> EventsSchema.create(database, "never"))
          .isInstanceOf(TestbedException.class)
          .hasMessageStartingWith("Expected the search path never at " + forgetful.url())
          .hasMessageContaining("name the server itself as --database");
    }
  }

  private void askFromAllClients(UserActivityService service, List<SeededUser> users)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<List<UserActivitySummary>>> calls = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        SeededUser user = users.get(i % users.size());
        calls.add(() -> ask(service, user));
      }
      for (Future<List<UserActivitySummary>> answers : clients.invokeAll(calls)) {
        assertThat(answers.get()).hasSize(1);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Returns the distinct answers, which should be one. */
  private static List<UserActivitySummary> ask(UserActivityService service, SeededUser user) {
    List<UserActivitySummary> answers = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      UserActivitySummary answer = service.fetchUserActivitySummary(user.userId());
      assertThat(answer).isEqualTo(user.expected());
      if (!answers.contains(answer)) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private static long statementsPrepared(HikariDataSource pool) throws Exception {
    long prepared = 0;
    for (int look = 0; look < CLIENTS; look++) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_prepared_statements")) {
        row.next();
        prepared += row.getLong(1);
      }
    }
    return prepared;
  }

  private DatabaseLocation pooled() {
    return external(server.owner("").jdbcUrl(), pooler.url());
  }

  private DatabaseLocation external(String url, String pooler) {
    ConnectionTarget superuser = server.owner("");
    return new DatabaseLocation.External(
        url + "?user=" + superuser.user() + "&password=" + superuser.password(), pooler, null);
  }
}
