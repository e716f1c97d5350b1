package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.EvaluationOptions;
import org.activitysummary.evaluation.EvaluationRun;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.report.ConsoleSummary;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.ReportFiles;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: one evaluation from an empty database to a report. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures and judges implementations, and writes a report.")
final class RunCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      defaultValue = "${env:ACTIVITY_SUMMARY_PROFILE:-quick}",
      description = "How thoroughly: gate, quick (both a few minutes) or full. Default: quick")
  private String profile;

  @Option(
      names = "--implementations",
      split = ",",
      defaultValue = "${env:ACTIVITY_SUMMARY_IMPLEMENTATIONS:-}",
      description = "Names, or 'all'. Default: before, after and every candidate")
  private List<String> implementations;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "${env:ACTIVITY_SUMMARY_SIZES:-}",
      description = "Events of the seeded users. Default: 100,10000,100000,1000000")
  private List<String> sizes;

  @Option(
      names = "--database",
      defaultValue = "${env:ACTIVITY_SUMMARY_DATABASE:-embedded}",
      description =
          "embedded, testcontainers, or jdbc:postgresql://... with the password in PGPASSWORD."
              + " Default: embedded")
  private String database;

  @Option(
      names = "--reports",
      defaultValue = "${env:ACTIVITY_SUMMARY_REPORTS:-reports}",
      description = "The folder of all runs. Default: reports")
  private Path reports;

  @Option(names = "--seed", description = "Seed of the dataset. Default: ${DEFAULT-VALUE}")
  private long seed = DatasetSpec.standard().seed();

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
        chosenImplementations(),
        dataset(),
        DatabaseLocation.parse(database),
        reports,
        strict,
        command());
  }

  private List<UserActivityServiceProvider> chosenImplementations() {
    List<String> names = withoutBlanks(implementations);
    List<UserActivityServiceProvider> all = Implementations.all();
    if (names.equals(List.of(ALL))) {
      return all;
    }
    if (names.isEmpty()) {
      return all.stream()
          .filter(i -> i.kind() == Kind.SUBJECT || i.kind() == Kind.CANDIDATE)
          .toList();
    }
    return names.stream().distinct().map(Implementations::named).toList();
  }

  private DatasetSpec dataset() {
    DatasetSpec standard = DatasetSpec.standard().withSeed(seed);
    List<String> chosen = withoutBlanks(sizes);
    return chosen.isEmpty()
        ? standard
        : standard.withSizes(chosen.stream().map(RunCommand::size).distinct().sorted().toList());
  }

  private static int size(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new EvaluationException(
          "A size must be a whole number of events but is '%s'; try --sizes 100,10000"
              .formatted(text),
          e);
    }
  }

  private static List<String> withoutBlanks(List<String> words) {
    return words == null
        ? List.of()
        : words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
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
