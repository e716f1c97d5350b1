package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.Test;

class ServerVersionTest {

  @Test
  void acceptsTheOldestOneThatCountsBits() {
    ServerVersion oldest = new ServerVersion(140_000, "14.0");

    assertThat(oldest.requireSupported("jdbc:postgresql://h/d")).isEqualTo(oldest);
  }

  @Test
  void refusesAnyBeforeInOneLine() {
    assertThatThrownBy(
            () -> new ServerVersion(130_023, "13.23").requireSupported("jdbc:postgresql://h/d"))
        .isInstanceOf(TestbedException.class)
        .hasMessage(
            "Expected PostgreSQL 14 or later at jdbc:postgresql://h/d but found 13.23, which has no"
                + " bit_count(); upgrade it, or use --database embedded");
  }
}
