package org.activitysummary.evaluation.noise;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares the kernel's counters before and after something was timed.
 *
 * <p>Foreign time is what all processors worked less what this program, its ended children, and the
 * server with its ended backends used. Sources: proc_stat(5), proc_pid_stat(5), the kernel's
 * documentation of pressure stall information.
 */
public final class NoiseMeter {

  private static final double TICKS_PER_SECOND = 100;
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final Path PROC = Path.of("/proc");

  private final OptionalLong serverProcess;
  private final Path proc;
  private final Optional<Counters> before;

  private NoiseMeter(OptionalLong serverProcess, Path proc) {
    this.serverProcess = serverProcess;
    this.proc = proc;
    this.before = read();
  }

  /**
   * Starts to watch.
   *
   * @param serverProcess the server on this machine; empty if it is elsewhere or hidden
   */
  public static NoiseMeter start(OptionalLong serverProcess) {
    return start(serverProcess, PROC);
  }

  /** Starts to watch counters in a folder that need not exist. */
  static NoiseMeter start(OptionalLong serverProcess, Path proc) {
    return new NoiseMeter(serverProcess, proc);
  }

  /** Returns what happened since the start. */
  public Noise stop() {
    Optional<Counters> after = read();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Double loadAverage = load < 0 ? null : Double.valueOf(load);
    if (before.isEmpty() || after.isEmpty()) {
      return new Noise(
          loadAverage,
          null,
          null,
          null,
          null,
          null,
          false,
          "this system has no /proc to read them from");
    }
    return noise(loadAverage, before.get(), after.get());
  }

  private static Noise noise(Double loadAverage, Counters from, Counters to) {
    double seconds = (to.nanos() - from.nanos()) / NANOS_PER_SECOND;
    double capacity = seconds * TICKS_PER_SECOND * Runtime.getRuntime().availableProcessors();
    double foreign = to.busy() - from.busy() - (to.own() - from.own());
    double foreignShare = Math.max(0, foreign / capacity);
    double stealShare = Math.max(0, (to.steal() - from.steal()) / capacity);
    Double pressure =
        to.pressure() == null || from.pressure() == null
            ? null
            : Double.valueOf((to.pressure() - from.pressure()) / MICROS_PER_SECOND / seconds);
    return new Noise(
        loadAverage,
        foreignShare,
        stealShare,
        pressure,
        (to.switches() - from.switches()) / seconds,
        null,
        foreignShare + stealShare > Noise.TOLERATED_SHARE,
        pressure == null ? "the kernel keeps no pressure stall information" : null);
  }

  /** The kernel's counters at one moment: ticks, microseconds, nanoseconds. */
  private record Counters(
      long nanos, long busy, long steal, long own, Long pressure, long switches) {}

  private Optional<Counters> read() {
    try {
      String stat = Files.readString(proc.resolve("stat"));
      long[] cpu = numbers(stat.lines().findFirst().orElseThrow());
      long busy = cpu[0] + cpu[1] + cpu[2] + cpu[5] + cpu[6];
      long own = ticksOf("self");
      if (serverProcess.isPresent()) {
        own += ticksOf(Long.toString(serverProcess.getAsLong()));
      }
      long switches =
          stat.lines().filter(line -> line.startsWith("ctxt")).mapToLong(l -> numbers(l)[0]).sum();
      return Optional.of(new Counters(System.nanoTime(), busy, cpu[7], own, pressure(), switches));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** User and system time of a process and of its ended children. */
  private long ticksOf(String process) throws IOException {
    String stat = Files.readString(proc.resolve(process).resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
  }

  private Long pressure() {
    try {
      String line = Files.readString(proc.resolve("pressure/cpu")).lines().findFirst().orElse("");
      int total = line.indexOf("total=");
      return total < 0 ? null : Long.valueOf(line.substring(total + "total=".length()).strip());
    } catch (IOException e) {
      return null;
    }
  }

  private static long[] numbers(String line) {
    return Arrays.stream(line.split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray();
  }
}
