package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.derivation.BaselineFile;
import picocli.CommandLine.Option;

/** What a run is held against. */
final class BaselineOption {

  @Option(
      names = "--baseline",
      paramLabel = "<file>",
      description =
          "The baseline.json that the run is held against. 'gate' takes reports/baseline.json where"
              + " there is one; 'run' takes none unless told")
  private Path file;

  /**
   * Returns the baseline that was named; empty if none was.
   *
   * @throws org.activitysummary.evaluation.EvaluationException if it cannot be read
   */
  Optional<Baseline> named() {
    return given().map(BaselineFile::read);
  }

  /** Returns the file that was named; empty if none was. */
  Optional<Path> given() {
    return Optional.ofNullable(file).filter(path -> !path.toString().isBlank());
  }
}
