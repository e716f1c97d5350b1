package org.activitysummary.evaluation.gateproof;

import static org.activitysummary.evaluation.report.MarkdownText.escaped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.report.Report;

/** The proof's runs as a Markdown table, to be read without the reports. */
final class ProofTable {

  private static final String HEAD =
      """
      # What the gate said

      Written by `gate-proof` of commit %s on %s, %d cores, started %s.
      %d of %d runs: the gate said what it must.

      | run | in the place of `after` | gate | as it must be | seconds | time relative to `before`, as a multiple of the baseline's (95 %%) | decisive, or the first reason |
      |---:|---|---|---|---:|---|---|
      """;

  private ProofTable() {}

  /**
   * Writes the table.
   *
   * @param runs in their order; at least one
   * @throws UncheckedIOException if the file cannot be written
   */
  static void write(List<ProofRun> runs, Path file) {
    try {
      Files.writeString(file, text(runs));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  static String text(List<ProofRun> runs) {
    Report first = runs.get(0).report();
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                HEAD,
                first.environment().git().commit(),
                escaped(first.environment().cpu()),
                first.environment().cores(),
                first.run().startedAt(),
                runs.stream().filter(ProofRun::asItMustBe).count(),
                runs.size()));
    for (int i = 0; i < runs.size(); i++) {
      ProofRun run = runs.get(i);
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %s | %s | %d | %s | %s |\n",
              i + 1,
              run.candidate().implementation(),
              run.report().gate().verdict(),
              run.asItMustBe() ? "yes" : "NO",
              run.seconds(),
              run.times(),
              escaped(run.reason())));
    }
    return table.toString();
  }
}
