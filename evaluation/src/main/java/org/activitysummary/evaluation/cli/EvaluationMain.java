package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.TestbedException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program: {@code java -jar evaluation.jar run}. */
@Command(
    name = "evaluation",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    subcommands = {
      RunCommand.class,
      GateCommand.class,
      GateProofCommand.class,
      CompareCommand.class,
      HistoryCommand.class,
      VerifyReportCommand.class,
      SeedCommand.class,
      ListCommand.class,
      DoctorCommand.class,
      SchemaCommand.class,
      SensitivityCommand.class,
      PairsCommand.class,
      MixedCommand.class,
      AdverseCommand.class,
      InitCommand.class,
      PublishCommand.class,
      GenerateCompletion.class
    },
    description = "Measures, judges and reports implementations of fetchUserActivitySummary.",
    footer = {
      "",
      "Every option may also come from the environment: --some-option is ACTIVITY_SUMMARY_SOME_OPTION,"
          + " and of mvn verify the property evaluation.some-option."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every check passed, or failed as expected",
      "1:a check or the gate failed",
      "2:could not evaluate: usage, environment, evidence",
      "3:inconclusive"
    })
public final class EvaluationMain {

  /** The exit code of everything that could not be evaluated. */
  static final int NOT_EVALUATED = 2;

  private EvaluationMain() {}

  /**
   * Runs a command and exits with its code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    // Whatever the country: reports and the lines between processes are read by programs.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int execute(String... arguments) {
    return commandLine(OptionDefaults.ofThisProcess()).execute(arguments);
  }

  /** Returns all commands, with what their options are when they are not given. */
  static CommandLine commandLine(OptionDefaults defaults) {
    return new CommandLine(new EvaluationMain())
        .setDefaultValueProvider(defaults)
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int explain(Exception e, CommandLine command) throws Exception {
    boolean foreseen =
        e instanceof EvaluationException
            || e instanceof TestbedException
            || e instanceof IllegalArgumentException;
    PrintWriter err = command.getErr();
    if (foreseen) {
      err.println("evaluation: " + e.getMessage());
    } else {
      err.println("evaluation: unforeseen trouble, please report it: " + e);
      e.printStackTrace(err);
    }
    err.flush();
    return NOT_EVALUATED;
  }
}
