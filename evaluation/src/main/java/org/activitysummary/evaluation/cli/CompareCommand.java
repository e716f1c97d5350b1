package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.history.RunComparison;
import org.activitysummary.evaluation.history.RunComparison.Row;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.activitysummary.evaluation.statistics.IndependentRatio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: two runs side by side. */
@Command(
    name = "compare",
    description =
        "Shows two runs side by side: by how much each figure differs, and whether that is more than"
            + " chance. Absolute times only if both ran on the same processor, Java, PostgreSQL,"
            + " dataset and profile.")
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "A report.json, or a run's folder.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private Path second;

  @Override
  public Integer call() {
    Report a = ReportReader.read(first);
    Report b = ReportReader.read(second);
    RunComparison comparison = RunComparison.of(a, b);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "A: %s, %s%n", a.run().id(), a.gate().verdict());
    out.printf(Locale.ROOT, "B: %s, %s%n", b.run().id(), b.gate().verdict());
    if (!comparison.differences().isEmpty()) {
      out.println(
          "absolute times are not compared, the runs differ in: "
              + String.join(", ", comparison.differences()));
    }
    out.printf(
        Locale.ROOT,
        "%-20s %10s  %-22s %14s %14s  %-28s %s%n",
        "implementation",
        "events",
        "quantity",
        "A",
        "B",
        "change (95 % interval)",
        "more than chance");
    comparison.rows().forEach(row -> out.println(line(row)));
    comparison.onlyInOne().forEach(out::println);
    out.flush();
    return 0;
  }

  private static String line(Row row) {
    return String.format(
            Locale.ROOT,
            "%-20s %,10d  %-22s %14s %14s  %-28s %s",
            row.implementation(),
            row.size(),
            row.quantity(),
            NumberText.withUnit(row.first(), row.unit()),
            NumberText.withUnit(row.second(), row.unit()),
            change(row.change()),
            row.significant() == null ? "unknown" : row.significant() ? "yes" : "no")
        .stripTrailing();
  }

  private static String change(IndependentRatio change) {
    if (change == null) {
      return "-";
    }
    return change.low() == null
        ? String.format(Locale.ROOT, "%+.1f %%", 100 * (change.factor() - 1))
        : String.format(
            Locale.ROOT,
            "%+.1f %% (%+.1f to %+.1f)",
            100 * (change.factor() - 1),
            100 * (change.low() - 1),
            100 * (change.high() - 1));
  }
}
