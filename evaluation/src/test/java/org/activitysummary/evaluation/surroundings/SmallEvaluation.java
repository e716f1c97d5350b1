package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.evaluation.run.EvaluationRun;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;

/** One whole run of every stage, as small as it can be, on a server of any kind. */
final class SmallEvaluation {

  private static final Profile SMALL =
      new Profile(
          "small",
          2,
          2,
          Duration.ofMillis(100),
          10,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          1,
          2,
          false,
          1,
          Duration.ofMillis(300),
          List.of(2),
          Profile.Proof.NONE);

  private SmallEvaluation() {}

  /** Returns the report of a run whose stages all ran and whose answers were right. */
  static Report run(DatabaseLocation location, PrintStream out, String... implementations) {
    EvaluationOptions options =
        new EvaluationOptions(
            SMALL,
            Stream.of(implementations).map(Implementations::named).toList(),
            DatasetSpec.standard().withSizes(List.of(2_000)).withBackground(10, 1_000),
            location,
            Path.of("unused"),
            false,
            null,
            "test");
    Report report =
        new EvaluationRun(options, new ConsoleProgress(out, false), Instant.now(), CellStore.NONE)
            .run();
    assertThat(report.conformance()).hasSize(implementations.length);
    report
        .conformance()
        .forEach(
            (name, answers) -> assertThat(answers.passed()).as("%s: %s", name, answers).isTrue());
    assertThat(report.measurements()).hasSize(implementations.length);
    assertThat(report.load().values()).allSatisfy(load -> assertThat(load.errors()).isZero());
    return report;
  }
}
