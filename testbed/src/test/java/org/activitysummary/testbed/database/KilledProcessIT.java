package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an embedded server whose process ended without being asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell that could watch")
class KilledProcessIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SIGINT = 2;

  @TempDir private Path temporary;

  /** Opens a server, says which process it is, and waits. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      Database database = Database.open(new DatabaseLocation.Embedded());
      System.out.println("postmaster " + database.serverProcessId().orElse(-1));
      System.in.read();
    }
  }

  @Test
  void disappearsWithAKilledProcess() throws Exception {
    endsWithItsProcess("-KILL");
  }

  @Test
  void disappearsWithATerminatedProcess() throws Exception {
    endsWithItsProcess("-TERM");
  }

  @Test
  void disappearsWithAnInterruptedProcess() throws Exception {
    assumeFalse(interruptsAreIgnored(), "this shell started the tests with SIGINT ignored");
    endsWithItsProcess("-INT");
  }

  @Test
  void isSweptAwayByTheNextRunWhenNobodyWatched() throws Exception {
    Process victim = start();
    ProcessHandle postmaster = postmaster(victim);
    // First the watchdog, then the process it watches.
    victim.children().forEach(ProcessHandle::destroyForcibly);
    victim.destroyForcibly().waitFor();
    Path home = UserDirectory.in(temporary, System.getProperty("user.name"));
    assertThat(postmaster.isAlive()).isTrue();
    assertThat(runs(home)).hasSize(1);

    RunDirectory.sweep(home);

    postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(runs(home)).isEmpty();
  }

  @Test
  void isLeftAloneByASweepWhileItsProcessLives() throws Exception {
    Path home = UserDirectory.in(temporary, System.getProperty("user.name"));
    RunDirectory own = RunDirectory.create(home);
    Files.createDirectory(home.resolve("run-x-not-ours"));

    RunDirectory.sweep(home);

    assertThat(own.path()).exists();
    assertThat(home.resolve("run-x-not-ours")).exists();
  }

  @Test
  void isSweptAwayWhenItsProcessNumberBelongsToALaterProcess() throws Exception {
    Path home = UserDirectory.in(temporary, System.getProperty("user.name"));
    long self = ProcessHandle.current().pid();
    Path stale = Files.createDirectory(home.resolve("run-" + self + "-1000-stale"));
    Files.writeString(
        Files.createDirectory(stale.resolve("data")).resolve("postmaster.pid"), self + "\n");

    RunDirectory.sweep(home);

    // This process is no server of that directory, and lives.
    assertThat(stale).doesNotExist();
  }

  private void endsWithItsProcess(String signal) throws Exception {
    Process victim = start();
    ProcessHandle postmaster = postmaster(victim);
    Path home = UserDirectory.in(temporary, System.getProperty("user.name"));
    assertThat(runs(home)).hasSize(1);

    new ProcessBuilder("kill", signal, Long.toString(victim.pid())).start().waitFor();
    boolean ended = victim.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    victim.destroyForcibly();
    assertThat(ended).as("the process ends on kill %s", signal).isTrue();
    postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!runs(home).isEmpty() && System.nanoTime() < limit) {
      Thread.sleep(50);
    }
    assertThat(runs(home)).isEmpty();
  }

  /** Background jobs of a shell inherit this, and a JVM then leaves the signal ignored. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0");
    long signals = Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
    return (signals & (1L << (SIGINT - 1))) != 0;
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Victim.class.getName());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static ProcessHandle postmaster(Process victim) throws Exception {
    BufferedReader output = victim.inputReader(StandardCharsets.UTF_8);
    String line =
        CompletableFuture.supplyAsync(() -> output.lines().findFirst().orElse("ended"))
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(line).matches("postmaster \\d+");
    return ProcessHandle.of(Long.parseLong(line.substring("postmaster ".length()))).orElseThrow();
  }

  private static List<Path> runs(Path home) throws IOException {
    try (Stream<Path> children = Files.list(home)) {
      return children.filter(child -> child.getFileName().toString().matches("run-\\d.*")).toList();
    }
  }
}
