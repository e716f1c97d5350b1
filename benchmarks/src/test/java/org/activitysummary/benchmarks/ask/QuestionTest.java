package org.activitysummary.benchmarks.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

  @Test
  void readsTheOptionsInAnyOrder() {
    assertThat(
            Question.parse(
                "--size 100 --expect-out-of-memory --target t --implementation after".split(" ")))
        .isEqualTo(new Question(Path.of("t"), "after", 100, true));
    assertThat(Question.parse("--target t --implementation after --size 100".split(" ")))
        .isEqualTo(new Question(Path.of("t"), "after", 100, false));
  }

  @ParameterizedTest
  @CsvSource({
    "--target t --size 100, --implementation is missing",
    "--target t --implementation a --size 1M, --size is '1M'",
    "--user 5, found '--user'",
    "--size, found '--size'"
  })
  void saysWhatIsWrong(String line, String problem) {
    assertThatThrownBy(() -> Question.parse(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected --target FILE --implementation NAME --size ROWS")
        .hasMessageEndingWith(problem);
  }
}
