package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {

  private static final long GIGABYTE = 1L << 30;

  @Test
  void takesAQuarterOfTheMemoryWithinBounds() {
    assertThat(of(2, 2 * GIGABYTE)).containsEntry("shared_buffers", "512MB");
    assertThat(of(2, 64 * GIGABYTE)).containsEntry("shared_buffers", "1024MB");
    assertThat(of(2, GIGABYTE / 4)).containsEntry("shared_buffers", "128MB");
  }

  @Test
  void hasAsManyParallelWorkersAsCoresButTwo() {
    assertThat(of(1, GIGABYTE))
        .containsEntry("max_parallel_workers", "2")
        .containsEntry("max_worker_processes", "8");
    assertThat(of(16, GIGABYTE))
        .containsEntry("max_parallel_workers", "16")
        .containsEntry("max_worker_processes", "22");
  }

  @Test
  void givesAQueryNoMoreProcessesThanCoresAndNeverMoreThanPostgresWould() {
    assertThat(of(1, GIGABYTE)).containsEntry("max_parallel_workers_per_gather", "1");
    assertThat(of(2, GIGABYTE)).containsEntry("max_parallel_workers_per_gather", "1");
    assertThat(of(3, GIGABYTE)).containsEntry("max_parallel_workers_per_gather", "2");
    assertThat(of(16, GIGABYTE)).containsEntry("max_parallel_workers_per_gather", "2");
  }

  @Test
  void needsNoQuotingInAShell() {
    assertThat(of(64, 1024 * GIGABYTE))
        .allSatisfy((name, value) -> assertThat(name + value).matches("[a-zA-Z0-9_.]+"));
  }

  private static Map<String, String> of(int cores, long memoryBytes) {
    return ServerSettings.forMachine(new Machine(cores, memoryBytes)).stream()
        .collect(Collectors.toMap(ServerSetting::name, ServerSetting::value));
  }
}
