package org.activitysummary.evaluation.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.forecast.Forecast;
import org.activitysummary.evaluation.forecast.Forecaster;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.progress.DurationText;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.progress.Terminal;
import org.activitysummary.evaluation.report.Colours;
import org.activitysummary.evaluation.report.ConsoleSummary;
import org.activitysummary.evaluation.report.JsonExporter;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.files.ReportFiles;
import org.activitysummary.evaluation.resumption.CellFolder;
import org.activitysummary.evaluation.resumption.UnfinishedRuns;
import org.activitysummary.evaluation.run.EvaluationRun;
import org.activitysummary.evaluation.run.RunFacts;
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

  @Mixin private CandidateOptions candidates;
  @Mixin private ImplementationOptions implementations;
  @Mixin private DatasetOptions dataset;
  @Mixin private DatabaseOption database;
  @Mixin private ReportsOption reports;
  @Mixin private BaselineOption baseline;

  @Option(names = "--strict", description = "What cannot be decided fails the run.")
  private boolean strict;

  @Option(
      names = "--resume",
      description = "Continues the newest aborted run with the same options, code and machine.")
  private boolean resume;

  @Option(
      names = "--dry-run",
      description = "Prints what would be done and how long it should take, and ends.")
  private boolean dryRun;

  @Override
  public Integer call() {
    return candidates.onClassPath(this::evaluate);
  }

  private int evaluate() {
    EvaluationOptions options = options();
    Forecast forecast = Forecaster.of(options);
    if (dryRun) {
      System.out.print(PlanText.of(options, forecast));
      return 0;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SortedMap<String, String> facts = RunFacts.of(options);
    if (resume) {
      try (CellFolder cells = UnfinishedRuns.resumeNewest(options.reports(), facts, now);
          ReportDirectory directory = ReportDirectory.reopen(cells.folder())) {
        return evaluate(options, forecast, directory, cells);
      }
    }
    try (ReportDirectory directory = ReportDirectory.claim(options.reports(), now);
        CellFolder cells = CellFolder.begin(directory.path(), now, facts)) {
      return evaluate(options, forecast, directory, cells);
    }
  }

  private static int evaluate(
      EvaluationOptions options, Forecast forecast, ReportDirectory directory, CellFolder cells) {
    try (KeptCells kept = new KeptCells(directory, cells, System.err)) {
      Progress progress = new ConsoleProgress(System.out, Terminal.ofThisProcess().interactive());
      progress.note("about %s in all".formatted(DurationText.of(forecast.total())));
      progress.expect(forecast.byStage());
      EvaluationRun run = new EvaluationRun(options, progress, cells.startedAt(), cells);
      Report report = run.run();
      ReportFiles.write(report, run.jmhResults(), directory);
      kept.finish();
      System.out.println();
      System.out.print(ConsoleSummary.of(report, Colours.ofThisProcess()));
      System.out.println("report: " + directory.path().resolve(JsonExporter.FILE_NAME));
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
        baseline.named().orElse(null),
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
