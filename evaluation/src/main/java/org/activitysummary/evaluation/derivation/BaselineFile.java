package org.activitysummary.evaluation.derivation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.VersionedFile;

/** Reads and writes {@code baseline.json}. */
public final class BaselineFile {

  /** Where it lies unless an option says otherwise: committed, beside the reports. */
  public static final Path DEFAULT = Path.of("reports", "baseline.json");

  private static final List<String> REQUIRED =
      List.of(
          "run",
          "fingerprint.dataset",
          "fingerprint.profile",
          "quantities[].implementation",
          "quantities[].name",
          "quantities[].value",
          "quantities[].unit",
          "accepted[].implementation",
          "accepted[].quantity",
          "accepted[].upTo",
          "accepted[].reason",
          "accepted[].expires");

  private BaselineFile() {}

  /**
   * Returns the baseline of a file.
   *
   * @throws EvaluationException if it is none that this program can read; the message names file
   *     and field, what was found, and the way out
   */
  public static Baseline read(Path file) {
    return new VersionedFile<>(file, "baseline", Baseline.class, Baseline.SCHEMA_VERSION, REQUIRED)
        .readNoneBefore(
            Baseline.SCHEMA_VERSION,
            "delete it and make a new one: ratios of times are measured otherwise now");
  }

  /**
   * Writes a baseline as a whole or not at all.
   *
   * @throws EvaluationException if it cannot be written; an existing file is left as it was
   */
  public static void write(Baseline baseline, Path file) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(unfinished, JsonFormat.bytes(baseline));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EvaluationException(
          "%s could not be written: %s (%s); choose another file with --baseline"
              .formatted(file, e.getMessage(), e.getClass().getSimpleName()),
          e);
    }
  }
}
