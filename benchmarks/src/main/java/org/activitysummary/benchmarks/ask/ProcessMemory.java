package org.activitysummary.benchmarks.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What this process has used and may use, as Linux tells; other systems tell nothing. */
final class ProcessMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  /** Where control groups of version 2 and 1 keep a container's limit. */
  private static final List<Path> LIMITS =
      List.of(
          Path.of("/sys/fs/cgroup/memory.max"),
          Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

  /** Version 1 writes "no limit" as a number near the largest there is. */
  private static final long NO_LIMIT = 1L << 50;

  private ProcessMemory() {}

  /** Returns the peak resident set, and the limit if there is one, as one phrase. */
  static String sentence() {
    String peak =
        peakBytes()
            .map(bytes -> "peak RSS %,d MB".formatted(bytes >> 20))
            .orElse("peak RSS unknown");
    return limitBytes()
        .map(bytes -> peak + " of %,d MB allowed".formatted(bytes >> 20))
        .orElse(peak + ", no limit");
  }

  private static Optional<Long> peakBytes() {
    return lines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst();
  }

  private static Optional<Long> limitBytes() {
    return LIMITS.stream()
        .flatMap(file -> lines(file).stream())
        .filter(line -> line.matches("\\d{1,19}"))
        .map(Long::parseLong)
        .filter(bytes -> bytes < NO_LIMIT)
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
