package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.schema.ConsoleLoadProgress;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.KeptSchema;
import org.activitysummary.testbed.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code seed}: a schema full of events for other programs to ask about. */
@Command(
    name = "seed",
    description =
        "Creates a schema with the seeded events on a PostgreSQL and leaves it there, with a file"
            + " that tells other programs how to read it.")
final class SeedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DatabaseOption database;

  @Mixin private DatasetOptions dataset;

  @Option(names = "--schema", paramLabel = "<name>", description = "Default: ${DEFAULT-VALUE}")
  private String schema = "activity_summary_kept";

  @Option(
      names = "--target",
      paramLabel = "<file>",
      description =
          "Where to write how to connect and what the answers are; holds a password, so only its"
              + " owner may read it. Default: ${DEFAULT-VALUE}")
  private Path target = Path.of("target.properties");

  @Option(names = "--remove", description = "Removes the schema and the file instead.")
  private boolean remove;

  @Override
  public Integer call() throws IOException {
    DatabaseLocation location = database.location();
    if (!(location instanceof DatabaseLocation.External)) {
      throw new EvaluationException(
          "A server that outlives this program must be named: --database jdbc:postgresql://...");
    }
    try (Database opened = Database.open(location)) {
      if (remove) {
        KeptSchema.remove(opened, schema);
        Files.deleteIfExists(target);
        say("removed schema %s and %s".formatted(schema, target));
      } else if (isThere(Dataset.of(dataset.spec()))) {
        say("schema %s is seeded already, as %s says".formatted(schema, target));
      } else {
        seed(opened, Dataset.of(dataset.spec()));
      }
    }
    return 0;
  }

  private boolean isThere(Dataset wanted) {
    if (!Files.exists(target)) {
      return false;
    }
    try {
      Target written = Target.read(target);
      return written.users().equals(wanted.users()) && KeptSchema.holds(written);
    } catch (TestbedException e) {
      // Of another program or version; writing the file anew says so if it is not ours to replace.
      return false;
    }
  }

  private void seed(Database opened, Dataset wanted) {
    try (EventsSchema created = EventsSchema.create(opened, schema)) {
      created.load(wanted, new ConsoleLoadProgress(System.out, System.console() != null));
      new Target(created.reader(), wanted.users()).write(target);
      created.handOver();
    }
    say(
        String.format(
            Locale.ROOT, "seeded schema %s with %,d rows, see %s", schema, wanted.rows(), target));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
