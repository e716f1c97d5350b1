package org.activitysummary.evaluation.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.evaluation.run.EvaluationRun;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One whole run with candidates that end their processes, and one that is as good as any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenCandidatesIT {

  private static final Profile TINY =
      new Profile(
          "tiny",
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
          List.of(),
          Profile.Proof.NONE);

  private Report report;

  /** A planted implementation in the part of one brought from outside. */
  private record Candidate(String name) implements UserActivityServiceProvider {

    @Override
    public String description() {
      return "broken";
    }

    @Override
    public UserActivityService create(DataSource dataSource) {
      throw new UnsupportedOperationException("only its own process creates it");
    }
  }

  @BeforeAll
  void run() {
    EvaluationOptions options =
        new EvaluationOptions(
            TINY,
            List.of(
                new Candidate("planted-ends-the-process"),
                new Candidate("dies-in-its-fork"),
                Implementations.named("after")),
            DatasetSpec.standard().withSizes(List.of(100)).withBackground(2, 100),
            DatabaseLocation.parse("embedded"),
            Path.of("unused"),
            false,
            null,
            "test");
    report =
        new EvaluationRun(
                options, new ConsoleProgress(System.out, false), Instant.now(), CellStore.NONE)
            .run();
  }

  @Test
  void goesOnWithTheOthersAndWritesAReport() {
    assertThat(check("after", "functional-correctness").verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.measurements())
        .singleElement()
        .satisfies(m -> assertThat(m.implementation()).isEqualTo("after"));
    assertThat(report.gate().exitCode()).isEqualTo(1);
  }

  @Test
  void failsTheOneThatCannotBeAsked() {
    CheckResult check = check("planted-ends-the-process", "functional-correctness");

    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.sentence()).contains("the process ended with exit code 7");
  }

  @Test
  void failsTheOneThatCannotBeTimed() {
    assertThat(check("dies-in-its-fork", "functional-correctness").verdict())
        .isEqualTo(Verdict.PASS);
    for (String id : List.of("latency-target", "memory-footprint", "scalability", "load")) {
      assertThat(check("dies-in-its-fork", id).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(check("dies-in-its-fork", id).sentence())
          .startsWith("It broke down while it was measured: the benchmark of dies-in-its-fork")
          .contains("exit code 7");
    }
  }

  private CheckResult check(String implementation, String id) {
    return report.checks().stream()
        .filter(c -> c.implementation().equals(implementation) && c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
