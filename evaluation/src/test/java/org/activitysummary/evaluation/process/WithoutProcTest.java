package org.activitysummary.evaluation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured where there is no {@code /proc}, or where a process is hidden in it. */
class WithoutProcTest {

  /** Beyond what any system numbers its processes with. */
  private static final long NOBODY = Integer.MAX_VALUE - 1L;

  @Test
  void aFileThatIsNotThereIsEmpty(@TempDir Path empty) {
    assertThat(ProcFile.read(empty.resolve("proc"), 1, "status")).isEmpty();
    assertThat(ProcFile.statusBytes(NOBODY, "VmRSS")).isEmpty();
    assertThat(ProcFile.resetPeak(NOBODY)).isFalse();
  }

  @Test
  void theServersMemoryAndProcessorTimeAreLeftOut() {
    assertThat(BackendMemory.privateBytes(NOBODY)).isEmpty();
    assertThat(new BackendCpu(NOBODY, NOBODY).nanos()).isEmpty();
    try (BackendMemory memory = BackendMemory.watch(NOBODY, NOBODY)) {
      assertThat(memory.peak()).isEmpty();
    }
  }

  @Test
  void thePeakIsSampledThroughTheOperatingSystem() {
    long self = ProcessHandle.current().pid();
    try (SampledPeakMeter meter = SampledPeakMeter.start(self)) {
      assertThat(meter.peak()).isGreaterThanOrEqualTo(20L << 20);
      assertThat(meter.method()).contains("sampled");
    }
  }
}
