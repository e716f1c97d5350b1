package org.activitysummary.evaluation.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.EvaluationOptions;
import org.activitysummary.evaluation.EvaluationRun;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.report.ConsoleSummary;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: one evaluation from an empty database to a report. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Measures and judges implementations, and writes a report.")
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      defaultValue = "quick",
      paramLabel = "<name>",
      description = "How thoroughly: gate, quick (both a few minutes) or full. Default: quick")
  private String profile;

  @Mixin private ImplementationOptions implementations;
  @Mixin private DatasetOptions dataset;
  @Mixin private DatabaseOption database;
  @Mixin private ReportsOption reports;

  @Option(names = "--strict", description = "What cannot be decided fails the run.")
  private boolean strict;

  @Override
  public Integer call() {
    EvaluationOptions options = options();
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (ReportDirectory directory = ReportDirectory.claim(options.reports(), startedAt)) {
      EvaluationRun run =
          new EvaluationRun(
              options, new ConsoleProgress(System.out, System.console() != null), startedAt);
      Report report = run.run();
      ReportFiles.write(report, run.jmhResults(), directory);
      System.out.println();
      System.out.print(ConsoleSummary.of(report));
      System.out.println("report: " + directory.path().resolve(ReportFiles.JSON));
      return report.gate().exitCode();
    }
  }

  private EvaluationOptions options() {
    return new EvaluationOptions(
        Profile.named(profile),
        implementations.chosen(),
        dataset.spec(),
        database.location(),
        reports.folder(),
        strict,
        command());
  }

  /** As typed, but without what a URL may carry besides host and database. */
  private String command() {
    List<String> words = new ArrayList<>(List.of("evaluation"));
    for (String word : spec.commandLine().getParent().getParseResult().originalArgs()) {
      words.add(word.replaceAll("\\?.*", "?..."));
    }
    return String.join(" ", words);
  }
}
