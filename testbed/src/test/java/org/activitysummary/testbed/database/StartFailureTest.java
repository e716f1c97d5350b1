package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  @Test
  void namesWhatHappenedAndTheOtherDatabases() {
    assertThat(
            StartFailure.explain(new IllegalStateException("initdb", new IOException("disk full"))))
        .hasMessageStartingWith("Expected to start an embedded PostgreSQL on ")
        .hasMessageContaining("but: initdb (disk full); ")
        .hasMessageEndingWith("use --database testcontainers or --database jdbc:postgresql://...");
  }

  @Test
  void shortensTheCommandThatFailed() {
    assertThat(
            StartFailure.reason(new IllegalStateException("Process [/a/b/initdb, -A, x] failed")))
        .isEqualTo("initdb failed");
  }

  @Test
  void tellsRootWhatToDo() {
    assertThat(StartFailure.hint("root")).contains("run as an ordinary user");
    assertThat(StartFailure.hint("somebody")).isEmpty();
  }
}
