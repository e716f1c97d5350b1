package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.gateproof.GateProof;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.progress.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate-proof}: the gate is red when it must be, and not when nothing changed. */
@Command(
    name = "gate-proof",
    sortOptions = false,
    description =
        "Makes a baseline, holds unchanged runs against it, none of which may be red, and then a"
            + " slowdown of 30 %%, a wrong answer, memory that grows and a row too many, each of"
            + " which must be red for its own reason. Exits with 1 if one is not as it must be.")
final class GateProofCommand implements Callable<Integer> {

  /** Beside the reports of real runs, not among them. */
  private static final String FOLDER = "gate-proof";

  @Spec private CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "<number>",
      description = "Unchanged runs. Default: ${DEFAULT-VALUE}")
  private int runs = 10;

  @Option(
      names = "--faults",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether faults are planted after them. Default: yes")
  private boolean faults;

  @Mixin private DatabaseOption database;
  @Mixin private ReportsOption reports;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean sound =
        new GateProof(
                database.location(),
                reports.folder().resolve(FOLDER),
                progress(),
                line -> {
                  out.println(line);
                  out.flush();
                })
            .run(runs, faults);
    return sound ? 0 : 1;
  }

  /** Where nobody watches, one line for each run is enough. */
  private static Progress progress() {
    boolean watched = Terminal.ofThisProcess().interactive();
    return watched ? new ConsoleProgress(System.out, true) : Progress.NONE;
  }
}
