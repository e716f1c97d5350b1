package org.activitysummary.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server goes away and comes back between two calls of one pool. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerRestartIT {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private Database server;
  private FaultyDatabase database;

  @BeforeAll
  void open() {
    server = Database.open(new DatabaseLocation.Embedded());
    database = new FaultyDatabase(server);
  }

  @AfterAll
  void close() {
    // Its connections, the schema's own included, are gone.
    server.close();
  }

  static List<String> subjects() {
    return DatabaseFaultsIT.subjects().toList();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aRestartedServerIsAnsweredFromByTheSamePool(String implementation) throws Exception {
    try (HikariDataSource pool = database.pool()) {
      assertThat(database.call(implementation, pool)).isEqualTo(database.expected());

      restart();

      assertThat(database.callUntilAnswered(implementation, pool)).isEqualTo(database.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aCrashedServerIsAnsweredFromByTheSamePool(String implementation) throws Exception {
    try (HikariDataSource pool = database.pool()) {
      UserActivitySummary before = database.call(implementation, pool);
      long backend =
          Long.parseLong(
              database.one(
                  "SELECT pid FROM pg_stat_activity WHERE usename = '%s'"
                      .formatted(database.schema().reader().user())));

      // The server ends every connection and recovers from its log when one backend is killed.
      signal("-KILL", backend);

      assertThat(database.callUntilAnswered(implementation, pool)).isEqualTo(before);
    }
  }

  private void restart() throws Exception {
    Path data = Path.of(database.one("SHOW data_directory"));
    long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    String started = Files.readString(data.resolve("postmaster.opts")).strip();
    command.add(started.substring(0, started.indexOf(" \"")));
    Matcher options = QUOTED.matcher(started);
    while (options.find()) {
      command.add(options.group(1));
    }
    ProcessHandle old = ProcessHandle.of(postmaster).orElseThrow();
    signal("-INT", postmaster);
    old.onExit().get(FaultyDatabase.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void signal(String signal, long process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process)).start().waitFor();
  }
}
