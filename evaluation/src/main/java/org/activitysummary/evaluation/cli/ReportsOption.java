package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where reports are kept. */
final class ReportsOption {

  @Option(
      names = "--reports",
      defaultValue = "reports",
      paramLabel = "<folder>",
      description = "The folder of all runs. Default: reports")
  private Path reports;

  /** Returns the folder, which need not exist yet. */
  Path folder() {
    return reports;
  }
}
