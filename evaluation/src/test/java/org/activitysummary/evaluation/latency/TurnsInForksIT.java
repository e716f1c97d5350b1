package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several implementations in one real fork. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TurnsInForksIT {

  private static final int SIZE = 100;

  private SeededForks seeded;

  @BeforeAll
  void seed(@TempDir Path directory) {
    DatasetSpec spec = DatasetSpec.standard().withSizes(List.of(SIZE)).withBackground(2, 100);
    seeded = SeededForks.seed("turns_in_forks_test", spec, directory);
  }

  @AfterAll
  void close() {
    seeded.close();
  }

  private List<ForkResult> run(Arm... arms) {
    return seeded.forks().run(new Turns(SIZE, 7, List.of(arms)), SeededForks.SHORT);
  }

  @Test
  void eachArmHasCallsOfItsOwnAndAllHaveAsMany() {
    Arm[] arms = {Arm.turn("before"), Arm.turn("after"), Arm.turnAgain("after")};

    List<ForkResult> results = run(arms);

    assertThat(results)
        .extracting(ForkResult::cell)
        .containsExactlyElementsOf(Arrays.stream(arms).map(arm -> new Cell(arm, SIZE)).toList());
    assertThat(results).extracting(ForkResult::round).containsOnly(7);
    assertThat(results).extracting(r -> r.nanos().length).doesNotContain(0);
    assertThat(results)
        .extracting(r -> r.nanos().length)
        .containsOnly(results.get(0).nanos().length);
    assertThat(results.get(0).nanos().length % 2).isZero();
    assertThat(results.get(1).nanos()).isNotEqualTo(results.get(2).nanos());
  }

  @Test
  void whoEndsTheProcessInItsTurnIsToBlameAndNobodyElse() {
    assertThatExceptionOfType(BenchmarkFailure.class)
        .isThrownBy(
            () -> run(Arm.turn("after"), Arm.turn("planted-ends-the-process"), Arm.turn("before")))
        .withMessageStartingWith(
            "the benchmark of planted-ends-the-process in turns at 100 events failed: ")
        .satisfies(e -> assertThat(e.implementation()).isEqualTo("planted-ends-the-process"));
  }

  @Test
  void whoAnswersWronglyInItsTurnIsToBlameAndNobodyElse() {
    assertThatExceptionOfType(BenchmarkFailure.class)
        .isThrownBy(() -> run(Arm.turn("after"), Arm.turn("planted-no-deduplication")))
        .withMessageContaining("planted-no-deduplication")
        .satisfies(e -> assertThat(e.implementation()).isEqualTo("planted-no-deduplication"));
  }
}
