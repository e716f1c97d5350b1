package org.activitysummary.evaluation.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoiseMeterTest {

  @Test
  void saysWhyItKnowsNothingWhereThereAreNoCounters(@TempDir Path empty) {
    Noise noise = NoiseMeter.start(OptionalLong.of(1), empty.resolve("proc")).stop();

    assertThat(noise.foreignCpuShare()).isNull();
    assertThat(noise.contaminated()).isFalse();
    assertThat(noise.reason()).isEqualTo("this system has no /proc to read them from");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsTheCountersOfLinux() {
    Noise noise = NoiseMeter.start(OptionalLong.empty()).stop();

    assertThat(noise.foreignCpuShare()).isNotNegative();
  }
}
