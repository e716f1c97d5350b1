package org.activitysummary.evaluation.candidate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.measurement.Measurement;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Candidates in a whole run: one right, the others each wrong in one way or ending their processes.
 * Most are in a real jar.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidateEvaluationIT {

  private static final Profile TINY =
      new Profile(
          "tiny",
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
          List.of(),
          Profile.Proof.NONE);

  private static final String SQL =
      """
      try (Connection c = dataSource.getConnection(); Statement s = c.createStatement()) {
        s.execute("%s");
        return UserActivitySummary.ZERO;
      } catch (SQLException e) {
        throw new UserActivityException(userId, e);
      }
      """;

  private static final String LEAKING =
      """
      try {
        dataSource.getConnection();
        return UserActivitySummary.ZERO;
      } catch (SQLException e) {
        throw new UserActivityException(userId, e);
      }
      """;

  private Report report;

  /** A planted implementation in the part of one brought from outside. */
  private record Broken(String name) implements UserActivityServiceProvider {

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
  void run(@TempDir Path folder) throws IOException {
    Path planted =
        new CandidateJar()
            .with("Wrong", "wrong", SQL.formatted("SELECT 1"))
            .with("Throwing", "throwing", "throw new IllegalStateException(\"boom\");")
            .with("Writing", "writing", SQL.formatted("DELETE FROM events"))
            .with("Leaking", "leaking", LEAKING)
            .build(folder, "planted.jar");
    Path example = CandidateJar.ofExample(folder);
    try (CandidateClassPath extended = CandidateClassPath.extendedBy(List.of(planted, example))) {
      assertThat(extended).isNotNull();
      EvaluationOptions options =
          new EvaluationOptions(
              TINY,
              candidates(),
              DatasetSpec.standard().withSizes(List.of(100)).withBackground(2, 20),
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
  }

  private static List<UserActivityServiceProvider> candidates() {
    return Stream.concat(
            Stream.of("my-candidate", "wrong", "throwing", "writing", "leaking")
                .map(Implementations::named),
            Stream.of(new Broken("planted-ends-the-process"), new Broken("dies-in-its-fork")))
        .toList();
  }

  @Test
  void aRightOneIsMeasured() {
    assertThat(check("my-candidate", "functional-correctness").verdict()).isEqualTo(Verdict.PASS);
    assertThat(check("my-candidate", "functional-parity").verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.measurements())
        .extracting(Measurement::implementation)
        .containsExactly("my-candidate");
    Measurement measured =
        report.measurements().stream()
            .filter(m -> m.implementation().equals("my-candidate"))
            .findFirst()
            .orElseThrow();
    assertThat(measured.network().rowsPerCall()).isEqualTo(1);
    assertThat(measured.latency().samples()).isPositive();
    assertThat(report.load()).containsKey("my-candidate");
  }

  @Test
  void aWrongOneIsNamedWithWhatItShouldHaveAnswered() {
    assertFailed("wrong", "expected click=", "but found click=0 view=0 purchase=0");
  }

  @Test
  void aThrowingOneIsNamedWithWhatItThrew() {
    assertFailed("throwing", "but it failed: java.lang.IllegalStateException: boom");
  }

  @Test
  void aWritingOneIsStoppedByTheDatabase() {
    assertFailed("writing", "cannot execute DELETE in a read-only transaction");
    assertThat(check("my-candidate", "setup-teardown").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aLeakingOneIsNamedForItsConnections() {
    CheckResult teardown = check("leaking", "setup-teardown");
    assertThat(teardown.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(text(teardown)).contains("one call kept 1 of its connections");
  }

  @Test
  void failsTheGateForTheWrongOnesAndNotForTheRightOne() {
    assertThat(report.gate().exitCode()).isEqualTo(1);
    assertThat(report.gate().reasons().stream().collect(joining("\n")))
        .contains("wrong", "throwing", "writing", "leaking", "planted-ends-the-process", "dies-in")
        .doesNotContain("my-candidate/functional");
  }

  @Test
  void oneThatCannotBeAskedFailsWithTheEndOfItsProcess() {
    assertFailed("planted-ends-the-process", "the process ended with exit code 7");
  }

  @Test
  void oneThatCannotBeTimedFailsEveryCheckThatNeedsMeasurements() {
    assertThat(check("dies-in-its-fork", "functional-correctness").verdict())
        .isEqualTo(Verdict.PASS);
    for (String id : List.of("latency-target", "memory-footprint", "scalability", "load")) {
      assertThat(check("dies-in-its-fork", id).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(check("dies-in-its-fork", id).sentence())
          .startsWith("It broke down while it was measured: the benchmark of dies-in-its-fork")
          .contains("exit code 7");
    }
  }

  private void assertFailed(String implementation, String... parts) {
    CheckResult check = check(implementation, "functional-correctness");
    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(text(check)).contains(parts);
  }

  private static String text(CheckResult check) {
    return check.sentence() + "\n" + String.join("\n", check.evidence());
  }

  private CheckResult check(String implementation, String id) {
    return report.checks().stream()
        .filter(c -> c.implementation().equals(implementation) && c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
