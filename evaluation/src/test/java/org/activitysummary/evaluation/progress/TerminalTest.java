package org.activitysummary.evaluation.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static Terminal terminal(boolean attached, Map<String, String> environment) {
    return Terminal.of(attached, environment::get);
  }

  @Test
  void colourNeedsATerminal() {
    assertThat(terminal(true, Map.of()).coloured()).isTrue();
    assertThat(terminal(false, Map.of()).coloured()).isFalse();
  }

  @Test
  void noColorAlwaysWins() {
    Map<String, String> both = Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1");
    assertThat(terminal(true, both).coloured()).isFalse();
    assertThat(terminal(true, Map.of("NO_COLOR", "")).coloured()).isTrue();
  }

  @Test
  void colourCanBeForcedIntoALog() {
    assertThat(terminal(false, Map.of("CLICOLOR_FORCE", "1")).coloured()).isTrue();
    assertThat(terminal(false, Map.of("CLICOLOR_FORCE", "0")).coloured()).isFalse();
  }

  @Test
  void aDumbTerminalIsNeitherRedrawnNorColoured() {
    assertThat(terminal(true, Map.of("TERM", "dumb"))).isEqualTo(new Terminal(false, false));
  }
}
