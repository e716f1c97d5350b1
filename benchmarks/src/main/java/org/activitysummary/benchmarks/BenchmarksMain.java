package org.activitysummary.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.ConsoleLoadProgress;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks with JMH's own command line, on an embedded PostgreSQL that it seeds first.
 *
 * <p>{@code java -jar benchmarks.jar -p implementation=after -p size=1000000 -prof gc}; whoever
 * names no benchmark gets {@link UserActivityBenchmark}.
 */
public final class BenchmarksMain {

  private static final int NOT_EVALUATED = 2;

  private BenchmarksMain() {}

  /**
   * Takes every option of JMH ({@code -h} lists them).
   *
   * @param arguments JMH's options
   * @throws IOException if the file with the connection's data cannot be made
   */
  public static void main(String[] arguments) throws IOException {
    try {
      CommandLineOptions options = new CommandLineOptions(arguments);
      if (asksOnly(options)) {
        Main.main(arguments);
      } else {
        runOnSeededDatabase(options);
      }
    } catch (CommandLineOptionException | RunnerException | TestbedException e) {
      System.err.println("benchmarks: " + e.getMessage());
      System.exit(NOT_EVALUATED);
    }
  }

  private static boolean asksOnly(CommandLineOptions options) {
    return options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats();
  }

  private static void runOnSeededDatabase(CommandLineOptions options)
      throws IOException, RunnerException {
    Dataset dataset = Dataset.of(DatasetSpec.standard());
    Path directory = Files.createTempDirectory("activity-summary-benchmarks");
    Path targetFile = directory.resolve("target.properties");
    try (Database database = Database.open(DatabaseLocation.parse("embedded"));
        EventsSchema schema = EventsSchema.create(database, "benchmarks")) {
      schema.load(dataset, new ConsoleLoadProgress(System.out, System.console() != null));
      new Target(schema.reader(), dataset.users()).write(targetFile);
      ChainedOptionsBuilder builder =
          new OptionsBuilder()
              .parent(options)
              .shouldFailOnError(true)
              .jvmArgsAppend("-D" + SeededUserState.TARGET_PROPERTY + "=" + targetFile);
      if (options.getIncludes().isEmpty()) {
        builder.include(UserActivityBenchmark.class.getSimpleName());
      }
      new Runner(builder.build()).run();
    } finally {
      Files.deleteIfExists(targetFile);
      Files.deleteIfExists(directory);
    }
  }
}
