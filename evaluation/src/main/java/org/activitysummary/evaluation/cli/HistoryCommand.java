package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.history.History;
import org.activitysummary.evaluation.history.Trend;
import org.activitysummary.evaluation.report.Facts;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.html.HistoryPage;
import org.activitysummary.evaluation.report.interchange.OtavaExporter;
import org.activitysummary.evaluation.statistics.ChangePoints.ChangePoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history}: all runs in a folder, and where their figures changed. */
@Command(
    name = "history",
    description =
        "Lists the runs in a folder, names those that cannot be read, and finds where a figure changed"
            + " its level. Writes history.html and otava.csv into the folder.")
final class HistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      defaultValue = "reports",
      paramLabel = "DIR",
      description = "A folder of runs. Default: ${DEFAULT-VALUE}")
  private Path folder;

  @Option(
      names = "--files",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether the files are written. Default: yes")
  private boolean files;

  @Override
  public Integer call() {
    History history = History.of(folder);
    List<Trend> trends = history.trends();
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < history.reports().size(); i++) {
      out.println(line(i + 1, history.reports().get(i)));
    }
    history.broken().forEach(broken -> out.println("broken: " + broken));
    trends.forEach(
        trend -> trend.changes().forEach(change -> out.println(line(trend, change, history))));
    if (history.reports().isEmpty()) {
      throw new EvaluationException(
          "%s must hold a report.json but has none that can be read; name the folder given to --reports"
              .formatted(folder));
    }
    if (files) {
      write(folder.resolve("history.html"), HistoryPage.of(history, trends));
      write(folder.resolve(OtavaExporter.FILE_NAME), OtavaExporter.rows(history.reports()));
      out.println("written: " + folder.resolve("history.html"));
    }
    out.flush();
    return 0;
  }

  private static String line(int number, Report report) {
    return String.format(
        Locale.ROOT,
        "%4d  %-26s %-10s %-13s %s",
        number,
        report.run().id(),
        report.run().profile(),
        report.gate().verdict(),
        Facts.commit(report.environment().git()).orElse("unknown commit"));
  }

  private static String line(Trend trend, ChangePoint change, History history) {
    int run = trend.runs().get(change.index());
    return String.format(
        Locale.ROOT,
        "change: %s at %,d events, %s: %+.1f %% from run %d on (%s), p = %.3f; now %s",
        trend.implementation(),
        trend.size(),
        trend.quantity(),
        100 * (change.factor() - 1),
        run + 1,
        history.reports().get(run).run().id(),
        change.pValue(),
        NumberText.withUnit(trend.points().get(change.index()).value(), trend.unit()));
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EvaluationException(
          "%s could not be written: %s; use --no-files".formatted(file, e.getMessage()), e);
    }
  }
}
