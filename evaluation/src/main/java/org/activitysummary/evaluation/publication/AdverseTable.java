package org.activitysummary.evaluation.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.adverse.AdverseFinding;
import org.activitysummary.evaluation.adverse.AdverseTables;
import org.activitysummary.evaluation.report.JsonFormat;

/** The subject's medians as multiples of others', by dataset. */
final class AdverseTable {

  private AdverseTable() {}

  /**
   * Returns the table of a file.
   *
   * @param file that the command {@code adverse} wrote
   * @throws EvaluationException if it is no such file
   */
  static String read(Path file) {
    try {
      List<AdverseFinding> findings =
          JsonFormat.list(Files.readAllBytes(file), AdverseFinding.class);
      if (!findings.isEmpty()) {
        return AdverseTables.of(findings);
      }
    } catch (IOException e) {
      throw refused(file, e.getMessage().lines().findFirst().orElse("no more is known"), e);
    }
    throw refused(file, "it holds no findings", null);
  }

  private static EvaluationException refused(Path file, String found, Exception cause) {
    return new EvaluationException(
        "%s must be a file that 'adverse --output' wrote but: %s; name one".formatted(file, found),
        cause);
  }
}
