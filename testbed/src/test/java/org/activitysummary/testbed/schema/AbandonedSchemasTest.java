package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the schemas of killed runs on a server that is not ours to stop. */
@ExtendWith(EmbeddedServer.class)
class AbandonedSchemasTest {

  private static final long PATIENCE_SECONDS = 60;

  private final Database database;

  AbandonedSchemasTest(Database database) {
    this.database = database;
  }

  /** Creates a schema on somebody else's server, says so, and waits. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      Database borrowed = Database.open(new DatabaseLocation.External(arguments[0]));
      EventsSchema.create(borrowed, arguments[1]);
      System.out.println("created");
      System.in.read();
    }
  }

  @Test
  void dropsWhatAKilledRunLeftAndNothingElse() throws Exception {
    try (EventsSchema live = EventsSchema.create(database, "live_run_test")) {
      execute("CREATE SCHEMA somebody_elses_test");
      Process victim = start("killed_run_test");
      assertThat(exists("killed_run_test")).isTrue();

      // Its process lives, so it stays.
      EventsSchema.create(database, "next_run_test").close();
      assertThat(exists("killed_run_test")).isTrue();

      victim.destroyForcibly().waitFor();
      awaitEndOfConnections("killed_run_test");
      EventsSchema.create(database, "next_run_test").close();

      assertThat(exists("killed_run_test")).isFalse();
      assertThat(one("SELECT count(*) FROM pg_roles WHERE rolname = 'killed_run_test_reader'"))
          .isEqualTo("0");
      assertThat(exists(live.name())).isTrue();
      assertThat(exists("somebody_elses_test")).isTrue();
    } finally {
      execute("DROP SCHEMA somebody_elses_test");
    }
  }

  @Test
  void leavesASchemaThatOnlyClaimsTheName() throws SQLException {
    execute("CREATE SCHEMA activity_summary_claimed");
    execute("COMMENT ON SCHEMA activity_summary_claimed IS 'mine'");
    try {
      EventsSchema.create(database, "next_run_test").close();

      assertThat(exists("activity_summary_claimed")).isTrue();
    } finally {
      execute("DROP SCHEMA activity_summary_claimed");
    }
  }

  @Test
  void leavesTheSchemaOfAnotherOwner() throws SQLException {
    execute("CREATE ROLE another_owner_test");
    execute("CREATE SCHEMA another_owner_test AUTHORIZATION another_owner_test");
    execute("COMMENT ON SCHEMA another_owner_test IS '%s'".formatted(EventsSchema.COMMENT));
    try {
      EventsSchema.create(database, "next_run_test").close();

      assertThat(exists("another_owner_test")).isTrue();
    } finally {
      execute("DROP SCHEMA another_owner_test");
      execute("DROP ROLE another_owner_test");
    }
  }

  private Process start(String schema) throws Exception {
    ConnectionTarget owner = database.owner("");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Victim.class.getName(),
            owner.jdbcUrl(),
            schema);
    builder.environment().putAll(Map.of("PGUSER", owner.user(), "PGPASSWORD", owner.password()));
    Process victim = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = victim.inputReader(StandardCharsets.UTF_8);
    assertThat(
            CompletableFuture.supplyAsync(() -> output.lines().findFirst().orElse("ended"))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isEqualTo("created");
    return victim;
  }

  /** The server notices the end of a process when its sockets close. */
  private void awaitEndOfConnections(String schema) throws SQLException, InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String holders =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %d AND objid ="
                .formatted(RunLock.SPACE)
            + " hashtext('%s')::bigint & 4294967295".formatted(schema);
    while (!one(holders).equals("0") && System.nanoTime() < giveUp) {
      Thread.sleep(20);
    }
  }

  private boolean exists(String schema) throws SQLException {
    return one("SELECT count(*) FROM pg_namespace WHERE nspname = '%s'".formatted(schema))
        .equals("1");
  }

  private String one(String query) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
