package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.derivation.BaselineFile;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.derivation.Quantities;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.activitysummary.evaluation.verification.HeldAgainst;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gate}: the verdict on a report, for a CI server to act on. */
@Command(
    name = "gate",
    sortOptions = false,
    description =
        "Judges a report: the twelve checks, then what got worse since the baseline. docs/GATE.md"
            + " explains it.")
final class GateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REPORT", description = "A report.json, or the folder of a run.")
  private Path file;

  @Mixin private BaselineOption baseline;

  @Option(names = "--strict", description = "What cannot be decided fails the run.")
  private boolean strict;

  @Option(
      names = "--update-baseline",
      description = "Moves the baseline to this run if it passes; commit the file afterwards.")
  private boolean update;

  @Option(
      names = "--accept-undecided",
      description =
          "With --update-baseline: checks that this run could not decide may stay undecided.")
  private boolean acceptUndecided;

  @Override
  public Integer call() {
    Report report = ReportReader.read(file);
    Optional<Baseline> old = old(report);
    Report judged = HeldAgainst.of(report, old.orElse(null), strict);
    PrintWriter out = spec.commandLine().getOut();
    remarks(judged, old).forEach(out::println);
    out.println("gate: " + judged.gate().verdict());
    judged.gate().reasons().forEach(reason -> out.println("  " + reason));
    if (update) {
      Path target = baseline.given().orElse(BaselineFile.DEFAULT);
      Baseline moved = BaselineMove.from(judged, acceptUndecided);
      BaselineFile.write(moved, target);
      out.printf(
          Locale.ROOT,
          "baseline: %s holds %d quantities of run %s%n",
          target,
          moved.quantities().size(),
          moved.run());
    }
    out.flush();
    return update ? 0 : judged.gate().exitCode();
  }

  /** One that was named must fit; the one of the repository is left aside where it does not. */
  private Optional<Baseline> old(Report report) {
    Path file = baseline.given().orElse(BaselineFile.DEFAULT);
    boolean named = baseline.given().isPresent();
    // A baseline that is about to be made need not exist yet.
    if (named && !update || Files.exists(file)) {
      Baseline found = BaselineFile.read(file);
      List<String> differences =
          found.fingerprint().workDifferencesTo(Quantities.fingerprint(report));
      if (named || update || differences.isEmpty()) {
        return Optional.of(found);
      }
      spec.commandLine()
          .getOut()
          .printf("%s is of other work and not used: %s%n", file, String.join(", ", differences));
    }
    return Optional.ofNullable(report.recording()).map(recording -> recording.baseline());
  }

  private static List<String> remarks(Report judged, Optional<Baseline> baseline) {
    if (baseline.isEmpty()) {
      return List.of("no baseline: only the checks are judged");
    }
    List<String> remarks = new ArrayList<>();
    List<String> elsewhere =
        baseline.get().fingerprint().differencesTo(Quantities.fingerprint(judged));
    if (!elsewhere.isEmpty()) {
      remarks.add(
          "other surroundings than the baseline's, so no absolute times: "
              + String.join(", ", elsewhere));
    }
    judged.regressions().stream()
        .filter(r -> r.outcome() != Outcome.UNCHANGED && !r.outcome().fails())
        .map(r -> r.outcome() + " " + r.sentence())
        .forEach(remarks::add);
    remarks.add(
        String.format(
            Locale.ROOT,
            "%d quantities held against run %s, %d unchanged",
            judged.regressions().size(),
            baseline.get().run(),
            judged.regressions().stream().filter(r -> r.outcome() == Outcome.UNCHANGED).count()));
    return remarks;
  }
}
