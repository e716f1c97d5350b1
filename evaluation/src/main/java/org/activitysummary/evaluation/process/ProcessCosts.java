package org.activitysummary.evaluation.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.activitysummary.evaluation.measurement.Cpu;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.measurement.Network;
import org.activitysummary.evaluation.measurement.Server;

/** The readings of all processes of one implementation and size, turned into figures per call. */
public final class ProcessCosts {

  private static final String HIDDEN_SERVER =
      "the server's processes cannot be seen from this machine or by this user";
  private static final String ENCRYPTED =
      "the connection is encrypted, so messages cannot be told apart";
  private static final double NANOS_PER_MILLI = 1e6;

  @JsonProperty private final ProcessPlan plan;
  @JsonProperty private final List<ProcessReading> readings;
  private final ProcessReading median;

  /**
   * Takes the readings.
   *
   * @param plan how many calls each process made
   * @param readings at least one
   */
  @JsonCreator
  public ProcessCosts(
      @JsonProperty("plan") ProcessPlan plan,
      @JsonProperty("readings") List<ProcessReading> readings) {
    this.plan = plan;
    this.readings = List.copyOf(readings);
    List<ProcessReading> byPeak =
        readings.stream().sorted(Comparator.comparing(ProcessReading::peakRss)).toList();
    this.median = byPeak.get(byPeak.size() / 2);
  }

  /** Returns how many calls each process made. */
  public ProcessPlan plan() {
    return plan;
  }

  /** Returns what each process showed, in the order they ran. */
  public List<ProcessReading> readings() {
    return readings;
  }

  /** Returns the calling process's memory. */
  public Memory memory() {
    return new Memory(
        Memory.BYTES,
        median.method(),
        readings.size(),
        plan.calls(),
        median.idleRss(),
        median.peakRss(),
        median.peakRss() - median.idleRss(),
        readings.stream().mapToLong(ProcessReading::peakRss).max().orElseThrow(),
        median.allocated() / median.costCalls(),
        null,
        readings.stream().map(ProcessReading::peakRss).toList(),
        readings.stream().map(reading -> reading.peakRss() - reading.idleRss()).toList(),
        "the smallest heap is searched for in the full profile only");
  }

  /** Returns what a call moves. */
  public Network network() {
    boolean readable = median.rows() >= 0;
    return new Network(
        readable ? perCall(median.rows()) : null,
        perCall(median.received()),
        perCall(median.sent()),
        readable ? perCall(median.statements()) : null,
        readable ? null : ENCRYPTED);
  }

  /** Returns the processor time of a call on both sides. */
  public Cpu cpu() {
    Long server = median.serverCpuNanos();
    return new Cpu(
        Latency.MILLISECONDS,
        median.clientCpuNanos() / NANOS_PER_MILLI / median.costCalls(),
        server == null ? null : server / NANOS_PER_MILLI / median.costCalls(),
        server == null ? HIDDEN_SERVER : null);
  }

  /** Returns the server's memory and temporary files. */
  public Server server() {
    Long peak =
        readings.stream()
            .map(ProcessReading::backendPeak)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Server(
        Memory.BYTES,
        peak,
        median.backendIdle(),
        (double) median.tempBytes() / (plan.calls() + median.costCalls()),
        peak == null ? HIDDEN_SERVER : null);
  }

  private double perCall(long total) {
    return (double) total / plan.calls();
  }
}
