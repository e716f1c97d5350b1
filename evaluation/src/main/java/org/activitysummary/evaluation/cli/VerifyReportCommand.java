package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportReader;
import org.activitysummary.evaluation.verification.Difference;
import org.activitysummary.evaluation.verification.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-report}: whether every figure and verdict follows from the recording. */
@Command(
    name = "verify-report",
    description =
        "Computes every figure and verdict of a report again from the calls and readings recorded in"
            + " it, and names each field that differs. Exits with 0 if none does, 1 if one does, 2"
            + " if the report cannot be read.")
final class VerifyReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REPORT", description = "A report.json, or the folder of a run.")
  private Path file;

  @Override
  public Integer call() {
    Report report = ReportReader.read(file);
    List<Difference> differences = Verification.of(report);
    PrintWriter out = spec.commandLine().getOut();
    differences.forEach(out::println);
    out.printf(
        Locale.ROOT,
        differences.isEmpty()
            ? "%s: every figure and verdict follows from the recording (%d measurements, %d"
                + " comparisons, %d checks)%n"
            : "%s: %5$d fields do not follow from the recording%n",
        ReportReader.fileOf(file),
        report.measurements().size(),
        report.comparisons().size(),
        report.checks().size(),
        differences.size());
    out.flush();
    return differences.isEmpty() ? 0 : 1;
  }
}
