package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema}: the JSON Schema of a file. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema (draft 2020-12) of report.json or baseline.json.")
final class SchemaCommand implements Callable<Integer> {

  /** The files that have a schema. */
  enum Document {
    report,
    baseline
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      defaultValue = "report",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Document document;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text("/" + document + ".schema.json"));
    out.flush();
    return 0;
  }

  private static String text(String resource) {
    try (InputStream in = SchemaCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
