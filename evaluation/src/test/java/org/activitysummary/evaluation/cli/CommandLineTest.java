package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;

  @TempDir private Path reports;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void listsWhatThereIs() {
    assertThat(EvaluationMain.execute("list")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("before", "after", "latency-target", "1,000,000", "gate", "quick", "full")
        .doesNotContain("planted");
  }

  @Test
  void namesTheImplementationsThereAreWhenOneIsUnknown() {
    assertThat(run("--implementations", "befor")).isEqualTo(2);
    assertThat(error())
        .startsWith("evaluation: Unknown implementation 'befor'; expected one of before, after");
  }

  @Test
  void namesTheProfilesThereAreWhenOneIsUnknown() {
    assertThat(run("--profile", "fast")).isEqualTo(2);
    assertThat(error())
        .isEqualTo("evaluation: Unknown profile 'fast'; expected one of gate, quick, full");
  }

  @Test
  void saysWhatASizeIsWhenOneIsNoNumber() {
    assertThat(run("--sizes", "100,1M")).isEqualTo(2);
    assertThat(error())
        .isEqualTo(
            "evaluation: A size must be a whole number of events but is '1M';"
                + " try --sizes 100,10000");
  }

  @Test
  void refusesASizeThatCannotBeSeeded() {
    assertThat(run("--sizes", "0")).isEqualTo(2);
    assertThat(error()).startsWith("evaluation: ").contains("size").doesNotContain("\n");
  }

  @Test
  void saysThatADatabaseDoesNotAnswer() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }

    assertThat(run("--database", "jdbc:postgresql://127.0.0.1:" + unused + "/x?user=u"))
        .isEqualTo(2);
    assertThat(error()).startsWith("evaluation: Expected").doesNotContain("\n");
    assertThat(reports).isEmptyDirectory();
  }

  @Test
  void provesTheReportsFolderBeforeAnythingElse() throws IOException {
    Path file = Files.createFile(reports.resolve("file"));

    assertThat(EvaluationMain.execute("run", "--reports", file.toString())).isEqualTo(2);
    assertThat(error()).startsWith("evaluation: The reports folder " + file);
  }

  @Test
  void keepsTheDataOfNoServerThatIsNotOurs() {
    assertThat(run("--reuse-data", "x", "--database", "jdbc:postgresql://h/d?password=p"))
        .isEqualTo(2);
    assertThat(error())
        .startsWith("evaluation: --reuse-data needs --database embedded but found")
        .doesNotContain("password");
  }

  @Test
  void explainsAnUnknownOption() {
    assertThat(run("--colour")).isEqualTo(2);
    assertThat(error()).contains("Unknown option: '--colour'");
  }

  @Test
  void aDryRunPrintsThePlanAndLeavesNothing() {
    assertThat(run("--dry-run", "--profile", "full", "--sizes", "100,2000")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("database         embedded PostgreSQL", "sizes            100; 2,000 events")
        .contains("implementations  before, after", "latency", "together")
        .endsWith("Nothing was measured or written.\n");
    assertThat(reports).isEmptyDirectory();
  }

  @Test
  void refusesToContinueWhereNothingWasAborted() {
    assertThat(run("--resume")).isEqualTo(2);
    assertThat(error())
        .startsWith("evaluation: There is no aborted run to continue in " + reports)
        .doesNotContain("\n");
  }

  @Test
  void helpNamesEveryExitCodeOfEveryCommand() {
    for (String command : new String[] {"run", "list", "doctor"}) {
      assertThat(EvaluationMain.execute(command, "--help")).isZero();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).split("Exit codes:")).hasSize(4);
  }

  @Test
  void completesCommandsAndOptionsInTheShell() {
    assertThat(EvaluationMain.execute("generate-completion")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("#!/usr/bin/env bash")
        .contains("'--profile'", "sensitivity", "complete -F _complete_evaluation");
  }

  private int run(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "run";
    all[1] = "--reports";
    all[2] = reports.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return EvaluationMain.execute(all);
  }

  private String error() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
