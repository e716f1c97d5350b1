package org.activitysummary.evaluation.cli;

import picocli.CommandLine.Option;

/** Whom a command asks about. */
final class SubjectOption {

  @Option(
      names = "--subject",
      paramLabel = "<name>",
      description = "The implementation that is asked about. Default: ${DEFAULT-VALUE}")
  private String subject = "after";

  /** Returns its name. */
  String name() {
    return subject;
  }
}
