package org.activitysummary.evaluation.pgbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With scripts in the place of the program. */
@Timeout(30)
class PgbenchTest {

  private static final ConnectionTarget TARGET =
      new ConnectionTarget(
          "jdbc:postgresql://127.0.0.1:54329/activity?sslmode=require",
          "reader",
          "s3cret",
          "seeded");

  @TempDir private Path folder;
  private Path work;

  @BeforeEach
  void makeTheFolder() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void givesThePasswordToTheEnvironmentAlone() throws IOException {
    Path seen = folder.resolve("seen");
    String program =
        """
        #!/bin/sh
        for option in "$@"; do
          echo "$option" >> %1$s.options
          case "$option" in --log-prefix=*) log="${option#--log-prefix=}" ;; esac
        done
        env > %1$s.environment
        echo "0 1 250 0 1764084000 1" > "$log.$$"
        """
            .formatted(seen);

    try (Pgbench pgbench = pgbench(program)) {
      assertThat(pgbench.time(42, 7)).containsExactly(250_000);
      assertThat(pgbench.time(42, 7)).as("the log of the first session is gone").hasSize(1);
    }

    assertThat(Files.readString(folder.resolve("seen.options")))
        .contains("--protocol=prepared", "--define=user_id=42", "--transactions=7")
        .doesNotContain("s3cret");
    assertThat(Files.readAllLines(folder.resolve("seen.environment")))
        .contains(
            "PGPASSWORD=s3cret",
            "PGUSER=reader",
            "PGHOST=127.0.0.1",
            "PGPORT=54329",
            "PGDATABASE=activity",
            "PGSSLMODE=require",
            "PGOPTIONS= -c search_path=seeded");
  }

  @Test
  void saysInOneLineWhatTheProgramSaid() throws IOException {
    String program =
        """
        #!/bin/sh
        echo "pgbench (15.18)"
        echo "pgbench: error: connection to server failed" >&2
        exit 1
        """;

    try (Pgbench pgbench = pgbench(program)) {
      assertThatThrownBy(() -> pgbench.time(42, 7))
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining(
              "did not: pgbench: error: connection to server failed; name another")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    Pgbench pgbench = pgbench("#!/bin/sh\nexec sleep 60\n");
    List<Long> before = children();
    CompletableFuture<long[]> answer = CompletableFuture.supplyAsync(() -> pgbench.time(42, 7));
    Optional<ProcessHandle> child = Optional.empty();
    while (child.isEmpty()) {
      child =
          ProcessHandle.current()
              .children()
              .filter(process -> !before.contains(process.pid()))
              .findFirst();
    }

    // The child is known to this test a little before it is known to the object.
    while (child.get().isAlive()) {
      pgbench.close();
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertThatThrownBy(answer::join).hasCauseInstanceOf(EvaluationException.class);
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  private Pgbench pgbench(String program) throws IOException {
    Path file = Files.writeString(folder.resolve("pgbench"), program);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Pgbench(new Executable(file), TARGET, work, "SELECT :user_id;");
  }
}
