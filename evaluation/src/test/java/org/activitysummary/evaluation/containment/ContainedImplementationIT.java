package org.activitysummary.evaluation.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Checks;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.ConformanceStage;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.containment.Answer.Outcome;
import org.activitysummary.evaluation.process.JavaProcess;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of implementations that would take the evaluator down with them. */
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainedImplementationIT {

  private static final Containment LIMITS = new Containment(Duration.ofSeconds(5), 64);

  private Path work;
  private EventsSchema schema;
  private EventsSchema scratch;
  private Target target;
  private Path targetFile;

  @BeforeAll
  void load(@TempDir Path work) {
    this.work = work;
    Database database = EmbeddedServer.shared();
    schema = EventsSchema.create(database, "contained_test");
    scratch = EventsSchema.create(database, "contained_scratch_test");
    Dataset dataset =
        Dataset.of(DatasetSpec.standard().withSizes(List.of(100)).withBackground(2, 100));
    schema.load(dataset, LoadProgress.SILENT);
    target = new Target(schema.reader(), dataset.users());
    targetFile = work.resolve("target.properties");
    target.write(targetFile);
  }

  @AfterAll
  void close() {
    schema.close();
    scratch.close();
  }

  private Question question() {
    return Question.about(targetFile, target.users().get(0).userId());
  }

  @Test
  void bringsTheAnswerFromTheOtherProcess() {
    try (ContainedImplementation after = LIMITS.contain("after")) {
      Answer answer = after.ask(question());

      assertThat(answer.summary()).isEqualTo(target.users().get(0).expected());
      assertThat(answer.nanos()).isPositive();
      assertThat(answer.connectionsKept()).isZero();
    }
  }

  @Test
  void saysThatThePromisedExceptionWasThrown() {
    try (ContainedImplementation after = LIMITS.contain("after")) {
      Answer answer = after.ask(new Question(targetFile.toString(), Question.Pool.CLOSED, 5));

      assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(answer.words())
          .startsWith("it threw org.activitysummary.contract.UserActivityException: No activity")
          .doesNotContain("\n");
    }
  }

  @Test
  void countsTheConnectionsThatWereKept() {
    try (ContainedImplementation leaky = LIMITS.contain("planted-leaked-connection")) {
      assertThat(leaky.ask(question()).connectionsKept()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "planted-ends-the-process, the process ended with exit code 7",
    "planted-eats-the-heap, the process ended with exit code 3: Terminating due to java.lang.OutOf",
    "planted-never-answers, no answer within 5 s; the process was ended"
  })
  void saysHowTheProcessEnded(String implementation, String words) {
    try (ContainedImplementation broken = LIMITS.contain(implementation)) {
      Answer answer = broken.ask(question());

      assertThat(answer.outcome()).isEqualTo(Outcome.BROKE_DOWN);
      assertThat(answer.words()).startsWith(words);
      assertThat(answer.summary()).isNull();
      assertThat(ProcessHandle.current().children().filter(JavaProcess::isJava)).isEmpty();
    }
  }

  @Test
  void stopsAskingWhoBreaksDownAgainAndAgain() {
    try (ContainedImplementation broken = LIMITS.contain("planted-ends-the-process")) {
      for (int i = 0; i < 3; i++) {
        assertThat(broken.ask(question()).words()).startsWith("the process ended");
      }
      assertThat(broken.ask(question()).words())
          .startsWith("not asked, since earlier: the process ended with exit code 7");
    }
  }

  @Test
  void seesWhetherATerminatedBackendIsTheOneException() {
    ConformanceStage stage = new ConformanceStage(scratch, target, work, LIMITS, 1, 1);

    Tally right = stage.ask("after").failures();
    Tally swallowed = stage.ask("planted-swallowed-error").failures();

    assertThat(right.passed()).as("%s", right).isTrue();
    assertThat(right.asked()).isEqualTo(4);
    // Wrong in another way, so these questions must not notice.
    Tally mixedUp = stage.ask("planted-mixed-up-under-concurrency").failures();
    assertThat(mixedUp.passed()).as("%s", mixedUp).isTrue();
    assertThat(swallowed.failures())
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .startsWith(
                        "a backend terminated in the middle: expected UserActivityException"
                            + " but the answer is click=0"));
    // The pool has a new connection for the call after it.
    assertThat(swallowed.right()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "planted-ends-the-process, the process ended with exit code 7",
    "planted-eats-the-heap, the process ended with exit code 3",
    "planted-never-answers, no answer within 5 s"
  })
  void failsTheCheckOfFunctionalCorrectness(String implementation, String words) {
    Conformance conformance =
        new ConformanceStage(scratch, target, work, LIMITS, 1, 1).ask(implementation);

    List<CheckResult> results =
        new Checks(LookPlan.standard())
            .judge(
                List.of(implementation),
                new Evidence(
                    List.of(100),
                    Map.of(implementation, conformance),
                    List.of(),
                    List.of(),
                    Map.of(),
                    null,
                    Map.of(),
                    null));

    assertThat(results)
        .filteredOn(result -> result.id().equals("functional-correctness"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(result.sentence()).startsWith("0 of ").contains(words).endsWith(".");
            });
  }
}
