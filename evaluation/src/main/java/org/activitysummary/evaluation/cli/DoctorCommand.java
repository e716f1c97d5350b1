package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.doctor.Diagnosis;
import org.activitysummary.evaluation.doctor.Diagnosis.State;
import org.activitysummary.evaluation.doctor.Doctor;
import org.activitysummary.evaluation.report.Colours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: what this machine can do. */
@Command(
    name = "doctor",
    description =
        "Examines this machine: what can be measured on it, and what to do about the rest. Exits"
            + " with 0 if an evaluation is possible, with 2 if not.")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DatabaseOption database;
  @Mixin private ReportsOption reports;

  @Override
  public Integer call() {
    List<Diagnosis> diagnoses = Doctor.examine(database.location(), reports.folder());
    PrintWriter out = spec.commandLine().getOut();
    out.print(text(diagnoses, Colours.ofThisProcess()));
    out.flush();
    return exitCode(diagnoses);
  }

  static int exitCode(List<Diagnosis> diagnoses) {
    return count(diagnoses, State.MISSING) == 0 ? 0 : EvaluationMain.NOT_EVALUATED;
  }

  static String text(List<Diagnosis> diagnoses, Colours colours) {
    StringBuilder text = new StringBuilder();
    for (Diagnosis d : diagnoses) {
      text.append(colours.of(colour(d.state()), "%-8s".formatted(d.state())))
          .append(" %-14s %s: %s\n".formatted(d.subject(), d.found(), d.meaning()));
    }
    text.append(
        count(diagnoses, State.MISSING) > 0
            ? "No evaluation is possible here.\n".formatted()
            : String.format(
                Locale.ROOT,
                "An evaluation is possible here%s.\n",
                count(diagnoses, State.LIMITED) == 0 ? "" : ", with the limits above"));
    return text.toString();
  }

  private static Colours.Colour colour(State state) {
    return switch (state) {
      case OK -> Colours.Colour.GOOD;
      case LIMITED -> Colours.Colour.DOUBT;
      case MISSING -> Colours.Colour.BAD;
    };
  }

  private static long count(List<Diagnosis> diagnoses, State state) {
    return diagnoses.stream().filter(d -> d.state() == state).count();
  }
}
