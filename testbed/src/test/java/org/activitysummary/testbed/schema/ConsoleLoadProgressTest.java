package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleLoadProgressTest {

  private static final long TENTH_OF_A_SECOND = 100_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);
  private final Locale usual = Locale.getDefault();
  private long now;

  @BeforeEach
  void writeNumbersAsInGermany() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  @Test
  void writesAPlainLineForEveryFifthIntoALog() {
    run(new ConsoleLoadProgress(out, false, () -> now));

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "loaded 2,000 of 10,000 rows (20 %), 20,000 rows/s, 0 s left",
            "loaded 4,000 of 10,000 rows (40 %), 13,333 rows/s, 0 s left",
            "loaded 6,000 of 10,000 rows (60 %), 12,000 rows/s, 0 s left",
            "loaded 8,000 of 10,000 rows (80 %), 11,429 rows/s, 0 s left",
            "loaded 10,000 of 10,000 rows (100 %), 11,111 rows/s");
  }

  @Test
  void redrawsOneLineOnATerminal() {
    run(new ConsoleLoadProgress(out, true, () -> now));

    String text = bytes.toString(UTF_8);
    assertThat(text.split("\r")).hasSize(11);
    assertThat(text.chars().filter(c -> c == '\n').count()).isEqualTo(1);
    assertThat(text)
        .startsWith("\r[###---------------------------] loaded 1,000 of 10,000 rows (10 %)")
        .contains("[###############---------------] loaded 5,000 of 10,000 rows (50 %)")
        .endsWith(System.lineSeparator());
  }

  @Test
  void doesNotRedrawFasterThanTheEyeFollows() {
    ConsoleLoadProgress progress = new ConsoleLoadProgress(out, true, () -> now);
    for (int i = 1; i <= 1_000; i++) {
      now += TENTH_OF_A_SECOND / 100;
      progress.advanced(i, 1_000);
    }

    assertThat(bytes.toString(UTF_8).split("\r")).hasSizeBetween(10, 14);
  }

  private void run(ConsoleLoadProgress progress) {
    for (int i = 1; i <= 10; i++) {
      progress.advanced(i * 1_000L, 10_000);
      now += TENTH_OF_A_SECOND;
    }
  }
}
