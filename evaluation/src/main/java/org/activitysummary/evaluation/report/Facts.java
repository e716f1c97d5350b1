package org.activitysummary.evaluation.report;

import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.environment.Environment;

/** Facts of a run in words, the same in every output for people. */
public final class Facts {

  private Facts() {}

  /** Returns the commit and whether the work tree had changes; empty outside a repository. */
  public static Optional<String> commit(Environment.Git git) {
    return Optional.ofNullable(git)
        .map(Environment.Git::commit)
        .map(hash -> Boolean.TRUE.equals(git.dirty()) ? hash + " with uncommitted changes" : hash);
  }

  /** Returns the processor's model and the number of logical processors. */
  public static String processor(Environment environment) {
    return String.format(
        Locale.ROOT, "%s, %d logical processors", environment.cpu(), environment.cores());
  }

  /** Returns machine, Java and server in one line. */
  public static String surroundings(Report report) {
    Environment e = report.environment();
    return "%s; %s MB; %s; %s; PostgreSQL %s (%s); commit %s"
        .formatted(
            processor(e),
            NumberText.megabytes(e.memoryBytes()),
            e.os(),
            e.jvm(),
            e.postgres().version(),
            e.postgres().kind(),
            commit(e.git()).orElse("unknown"));
  }
}
