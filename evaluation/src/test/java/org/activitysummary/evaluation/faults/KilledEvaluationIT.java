package org.activitysummary.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.activitysummary.evaluation.cli.EvaluationMain;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole evaluation on somebody else's server is killed in the middle of a benchmark, another one
 * is terminated: no process outlives them, and the next run removes what they left.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledEvaluationIT {

  private static final long PATIENCE_SECONDS = 180;
  private static final String SCHEMAS =
      "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'activity_summary%'";

  private Database database;

  @BeforeAll
  void open() {
    database = Database.open(DatabaseLocation.parse("embedded"));
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void leavesNoProcessAndNothingThatTheNextRunDoesNotRemove(@TempDir Path temporary)
      throws Exception {
    Process first = startedEvaluation(temporary);
    endsWithItsChildren(first, "-KILL");
    assertThat(works(temporary)).hasSize(1);
    assertThat(one(SCHEMAS)).isEqualTo("2");

    Process second = startedEvaluation(temporary);
    assertThat(works(temporary)).singleElement().asString().contains("-" + second.pid() + "-");
    assertThat(one(SCHEMAS)).isEqualTo("2");
    endsWithItsChildren(second, "-TERM");
    assertThat(works(temporary)).isEmpty();

    EventsSchema.create(database, "next_run").close();
    assertThat(one(SCHEMAS)).isEqualTo("0");
    assertThat(one("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'activity_summary%'"))
        .isEqualTo("0");
  }

  /** Starts an evaluation and waits until its benchmarks, which run in forks, have begun. */
  private Process startedEvaluation(Path temporary) throws IOException, InterruptedException {
    ConnectionTarget owner = database.owner("");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            EvaluationMain.class.getName(),
            "run",
            "--database",
            owner.jdbcUrl(),
            "--sizes",
            "100",
            "--reports",
            temporary.resolve("reports").toString());
    builder.environment().putAll(Map.of("PGUSER", owner.user(), "PGPASSWORD", owner.password()));
    Path log = Files.createTempFile(temporary, "evaluation", ".log");
    Process evaluation = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await("the benchmarks begin; " + log, () -> says(log, "latency: "));
    return evaluation;
  }

  private static boolean says(Path log, String text) {
    try {
      return Files.readString(log).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endsWithItsChildren(Process evaluation, String signal) throws Exception {
    List<ProcessHandle> children = new ArrayList<>();
    await(
        "a fork",
        () -> {
          // Forks are short, and between two there is none: what is seen is what is kept.
          children.addAll(evaluation.descendants().toList());
          return !children.isEmpty();
        });
    new ProcessBuilder("kill", signal, Long.toString(evaluation.pid())).start().waitFor();
    assertThat(evaluation.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : children) {
      child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static List<Path> works(Path temporary) throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      return new ArrayList<>(
          entries
              .filter(path -> path.getFileName().toString().startsWith("activity-summary"))
              .toList());
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("never: " + what).isLessThan(giveUp);
      Thread.sleep(20);
    }
  }

  private String one(String query) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
