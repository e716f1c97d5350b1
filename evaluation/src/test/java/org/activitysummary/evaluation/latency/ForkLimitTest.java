package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForkLimitTest {

  /** Never ends by itself. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void endsAForkThatTakesTooLongAndNoOther() throws Exception {
    Process earlier = sleeper();
    try (ForkLimit limit = ForkLimit.start(Duration.ofSeconds(1))) {
      Process fork = sleeper();

      assertThat(fork.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(limit.exceeded()).isTrue();
      assertThat(earlier.isAlive()).isTrue();
    } finally {
      earlier.destroyForcibly();
    }
  }

  @Test
  void leavesAForkAloneThatEndsInTime() throws Exception {
    ForkLimit limit = ForkLimit.start(Duration.ofMinutes(1));
    limit.close();

    assertThat(limit.exceeded()).isFalse();
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sleeper.class.getName())
        .inheritIO()
        .start();
  }
}
