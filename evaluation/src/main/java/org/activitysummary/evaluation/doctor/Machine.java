package org.activitysummary.evaluation.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.activitysummary.evaluation.noise.Noise;
import org.activitysummary.evaluation.noise.NoiseMeter;
import org.activitysummary.evaluation.process.PeakMeter;
import oshi.SystemInfo;

/** Looks at processor, memory, disk, kernel and JVM. */
final class Machine {

  private static final int OLDEST_JAVA = 17;
  private static final long GIGABYTE = 1L << 30;

  /** Forks may use a heap of 3 GB; beside it server, page cache and this program. */
  private static final Amount MEMORY = new Amount(4 * GIGABYTE, 6 * GIGABYTE);

  /** The default dataset with its index, its write-ahead log and temporary files. */
  private static final Amount DISK = new Amount(GIGABYTE, 3 * GIGABYTE);

  private static final long NOISE_MILLIS = 2_000;
  private static final Path CGROUP = Path.of("/sys/fs/cgroup");
  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  private Machine() {}

  static Diagnosis java() {
    String found = "%s, %s".formatted(Runtime.version(), System.getProperty("java.vm.vendor"));
    return Runtime.version().feature() < OLDEST_JAVA
        ? Diagnosis.missing("Java", found, "install a JDK from 17 on")
        : Diagnosis.ok("Java", found, "implementations, benchmarks and callers run in it");
  }

  static Diagnosis cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    String found = cores + " the JVM may use";
    return cores == 1
        ? Diagnosis.limited(
            "processors",
            found,
            "caller and server share it and no query runs in parallel, so times say little; use"
                + " a machine, or a container limit, of two or more")
        : Diagnosis.ok("processors", found, "caller and server each have one");
  }

  static Diagnosis memory() {
    long available = new SystemInfo().getHardware().getMemory().getAvailable();
    OptionalLong limit = number(CGROUP.resolve("memory.max"));
    OptionalLong used = number(CGROUP.resolve("memory.current"));
    if (limit.isPresent() && used.isPresent()) {
      available = Math.min(available, limit.getAsLong() - used.getAsLong());
    }
    return MEMORY.judge(
        "memory",
        "available",
        available,
        "'before' holds a million events on a heap of up to 3 GB",
        "end other programs, raise the container's limit, or ask for fewer events with --sizes");
  }

  static Diagnosis disk(String subject, Path folder, String wayOut) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
        return Diagnosis.missing(subject, existing + " is no writable folder", wayOut);
      }
      return DISK.judge(
          subject,
          "free in " + existing,
          Files.getFileStore(existing).getUsableSpace(),
          "dataset, index, temporary files and reports",
          wayOut);
    } catch (IOException e) {
      return Diagnosis.missing(subject, "%s: %s".formatted(existing, e.getMessage()), wayOut);
    }
  }

  static Diagnosis peakMemory() {
    try (PeakMeter meter = PeakMeter.watch(ProcessHandle.current().pid())) {
      String found = "read by " + meter.method();
      return Files.isWritable(Path.of("/proc/self/clear_refs"))
          ? Diagnosis.ok("peak memory", found, "no peak of a process is missed")
          : Diagnosis.limited(
              "peak memory",
              found,
              "/proc/PID/clear_refs cannot be written, so peaks are sampled and short ones may be"
                  + " missed; use Linux, outside a sandbox that hides /proc");
    }
  }

  static Diagnosis pressure() {
    boolean told = Files.isReadable(Path.of("/proc/pressure/cpu"));
    return told
        ? Diagnosis.ok("pressure", "/proc/pressure is there", "waiting for a processor is noticed")
        : Diagnosis.limited(
            "pressure",
            "no /proc/pressure",
            "waiting for a processor goes unnoticed; boot Linux with psi=1");
  }

  static Diagnosis governor() {
    String governor = text(GOVERNOR);
    if (governor.isEmpty()) {
      return Diagnosis.ok("clock", "not told", "a virtual machine, or no choice");
    }
    return governor.equals("performance")
        ? Diagnosis.ok("clock", governor, "the clock stays where it is")
        : Diagnosis.limited(
            "clock",
            governor,
            "the clock follows the load, which widens intervals; set the governor to performance");
  }

  static Diagnosis noise() {
    NoiseMeter meter = NoiseMeter.start(OptionalLong.empty());
    try {
      Thread.sleep(NOISE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Noise noise = meter.stop();
    if (noise.foreignCpuShare() == null) {
      return Diagnosis.limited(
          "noise", "cannot be seen", "noisy forks are not recognised: " + noise.reason());
    }
    String found =
        String.format(
            Locale.ROOT,
            "others took %.1f %% of the processors for two seconds, %.1f %% of it stolen",
            100 * noise.takenShare(),
            100 * (noise.stealShare() == null ? 0 : noise.stealShare()));
    return noise.contaminated()
        ? Diagnosis.limited(
            "noise",
            found,
            "above 10 % figures become inconclusive; end other programs or wait, or use a machine"
                + " of your own")
        : Diagnosis.ok("noise", found, "quiet enough to measure");
  }

  private static OptionalLong number(Path file) {
    String text = text(file);
    return text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private static String text(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.toList();
      return all.isEmpty() ? "" : all.get(0).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
