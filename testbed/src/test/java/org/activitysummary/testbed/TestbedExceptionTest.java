package org.activitysummary.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestbedExceptionTest {

  @Test
  void isOneLineWhateverItQuotes() {
    assertThat(new TestbedException("Expected a but: b\n  Hint: c\r\n", null))
        .hasMessage("Expected a but: b Hint: c");
  }
}
