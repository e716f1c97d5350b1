package org.activitysummary.evaluation.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  private ConsoleProgress progress(boolean redraw) {
    return new ConsoleProgress(out, redraw, () -> now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLogGetsTheEndsOfAStageAndALineNowAndThen() {
    ConsoleProgress progress = progress(false);
    progress.start("memory", 100);
    for (int i = 1; i <= 100; i++) {
      progress.step("cell " + i);
      pass(Duration.ofSeconds(1));
    }
    progress.end();
    assertThat(lines())
        .containsExactly(
            "memory: 100 steps",
            "memory 21/100  cell 21, about 1 min 20 s left",
            "memory 41/100  cell 41, about 1 min 00 s left",
            "memory 61/100  cell 61, about 40 s left",
            "memory 81/100  cell 81, about 20 s left",
            "memory done in 1 min 40 s");
  }

  @Test
  void aShortStageTakesTwoLinesOfALog() {
    ConsoleProgress progress = progress(false);
    progress.start("plans", 8);
    for (int i = 0; i < 8; i++) {
      progress.step("x");
      pass(Duration.ofMillis(100));
    }
    progress.end();
    assertThat(lines()).containsExactly("plans: 8 steps", "plans done in 1 s");
  }

  @Test
  void aTerminalIsRedrawnOnOneLine() {
    ConsoleProgress progress = progress(true);
    progress.start("load", 2);
    progress.step("before");
    pass(Duration.ofSeconds(6));
    progress.step("after");
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\rload 1/2  before ")
        .contains("\rload 2/2  after, about 6 s left ");
    assertThat(text).doesNotContain("\n");
  }

  @Test
  void stepsOfDifferentLengthAreWeighedAndCorrectedByThePaceSoFar() {
    ConsoleProgress progress = progress(true);
    progress.start("latency", List.of(Duration.ofSeconds(1), Duration.ofSeconds(9)));
    progress.step("small");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("small, about 10 s left");
    pass(Duration.ofSeconds(2));
    progress.step("large");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("large, about 18 s left");
  }

  @Test
  void theTimeLeftOfTheRunCountsTheStagesToCome() {
    Map<String, Duration> stages = new LinkedHashMap<>();
    stages.put("latency", Duration.ofSeconds(60));
    stages.put("memory", Duration.ofSeconds(30));
    stages.put("load", Duration.ofSeconds(15));
    ConsoleProgress progress = progress(false);
    progress.expect(stages);
    progress.start("latency", 3);
    progress.start("load", 3);
    progress.start("memory", 3);
    assertThat(lines())
        .containsExactly(
            "latency: 3 steps, about 1 min 00 s left, 1 min 45 s of the run",
            "load: 3 steps, about 15 s left, 45 s of the run",
            "memory: 3 steps, about 30 s left");
  }

  @Test
  void stepsThatWereDoneBeforeTakeNoTimeAndTellNoPace() {
    ConsoleProgress progress = progress(true);
    progress.start("memory", 10);
    for (int i = 0; i < 6; i++) {
      progress.skip();
    }
    progress.step("seventh");
    pass(Duration.ofSeconds(5));
    progress.step("eighth");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("memory 7/10  seventh  ")
        .contains("memory 8/10  eighth, about 15 s left");
  }
}
