package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.report.JsonFormat;
import picocli.CommandLine.Option;

/** Where the findings of a command go besides the console. */
final class FindingsFile {

  @Option(
      names = "--output",
      paramLabel = "<file>",
      description = "Writes the findings there as JSON, and beside it their tables as .md.")
  private Path output;

  /**
   * Makes sure, before anything is measured, that findings can be written; does nothing without the
   * option.
   *
   * @throws EvaluationException if the folder is not there
   */
  void requireFolder() {
    Path folder = output == null ? null : output.toAbsolutePath().getParent();
    if (folder != null && !Files.isWritable(folder)) {
      throw unwritten(output, "the folder is missing or may not be written to");
    }
  }

  /**
   * Prints the tables, and with the option writes both.
   *
   * @param out where to print
   * @param findings to be JSON
   * @param tables Markdown
   * @throws EvaluationException if a file cannot be written
   */
  void tell(PrintWriter out, Object findings, String tables) {
    out.print(tables);
    out.flush();
    if (output == null) {
      return;
    }
    String name = output.getFileName().toString().replaceFirst("\\.json$", "");
    Map.of(
            output,
            JsonFormat.bytes(findings),
            output.resolveSibling(name + ".md"),
            tables.getBytes(StandardCharsets.UTF_8))
        .forEach(FindingsFile::write);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw unwritten(file, e.getMessage());
    }
  }

  private static EvaluationException unwritten(Path file, String why) {
    return new EvaluationException(
        "The findings must go to %s but could not be written: %s; name another file"
            .formatted(file, why));
  }
}
