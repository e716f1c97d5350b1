package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.publication.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code publish}: the tables of documents, from the files that they name. */
@Command(
    name = "publish",
    description =
        "Writes the tables of Markdown files anew, each between '<!-- table:begin NAME FILE -->' and"
            + " '<!-- table:end -->', from the published file that it names. NAME is result or ratios"
            + " (FILE is a report.json), or adverse (FILE is what 'adverse --output' wrote).")
final class PublishCommand implements Callable<Integer> {

  private static final int OUTDATED = 1;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Markdown files.")
  private List<Path> files;

  @Option(
      names = "--check",
      description = "Writes nothing, and exits with 1 if a table is not as its file has it.")
  private boolean check;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int exitCode = 0;
    for (Path file : files) {
      Document found = Document.read(file);
      Document published = found.published();
      boolean same = published.equals(found);
      if (!same && check) {
        exitCode = OUTDATED;
      } else if (!same) {
        published.write();
      }
      out.println(file + ": " + (same ? "up to date" : check ? "outdated" : "written"));
    }
    out.flush();
    return exitCode;
  }
}
