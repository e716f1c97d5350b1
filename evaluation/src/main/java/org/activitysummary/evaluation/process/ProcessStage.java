package org.activitysummary.evaluation.process;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.Database;

/** Measures implementations in calling processes of their own, one process at a time. */
public final class ProcessStage {

  private final Database database;
  private final Path target;
  private final TempFileUse tempFiles;

  /**
   * Measures against a database that is seeded.
   *
   * @param database where it runs
   * @param target the file with the reader's connection and the expected answers
   */
  public ProcessStage(Database database, Path target) {
    this.database = database;
    this.target = target;
    this.tempFiles = new TempFileUse(database);
  }

  /**
   * Returns what calls about one seeded user cost.
   *
   * @param implementation name
   * @param size of the seeded user
   * @param plan how many processes and calls
   * @throws CallerFailure if a process dies or answers wrongly
   * @throws EvaluationException if the server does not tell its counters
   */
  public ProcessCosts measure(String implementation, int size, ProcessPlan plan) {
    List<ProcessReading> readings = new ArrayList<>();
    for (int i = 0; i < plan.processes(); i++) {
      readings.add(readOnce(implementation, size, plan));
    }
    return new ProcessCosts(plan, readings);
  }

  private ProcessReading readOnce(String implementation, int size, ProcessPlan plan) {
    try {
      long tempBefore = tempFiles.bytes(0);
      ProcessReading reading;
      long backend;
      try (CallerProcess caller = CallerProcess.start(target, implementation, size, plan.flags())) {
        backend = caller.backendProcessId();
        reading = read(caller, plan);
      }
      return withTempBytes(reading, tempFiles.bytes(backend) - tempBefore);
    } catch (SQLException e) {
      throw new EvaluationException(
          "The server's counters could not be read: %s; is it still running?"
              .formatted(e.getMessage()),
          e);
    }
  }

  private ProcessReading read(CallerProcess caller, ProcessPlan plan) {
    long backend = caller.backendProcessId();
    OptionalLong postmaster = database.serverProcessId();
    Long backendIdle = boxed(visible(postmaster, BackendMemory.privateBytes(backend)));
    long idle = PeakMeter.residentBytes(caller.processId());
    WatchedCalls calls = watched(caller, plan, postmaster);
    CallerAnswer traffic = calls.traffic();
    OptionalLong serverBefore = serverCpu(postmaster, backend);
    CallerAnswer cost = caller.tell("cost " + plan.costCalls());
    OptionalLong serverAfter = serverCpu(postmaster, backend);
    return new ProcessReading(
        calls.method(),
        idle,
        calls.peak(),
        backendIdle,
        calls.backendPeak(),
        traffic.number("rows"),
        traffic.number("received"),
        traffic.number("sent"),
        traffic.number("statements"),
        cost.number("calls"),
        cost.number("allocated"),
        cost.number("cpuNanos"),
        serverBefore.isPresent() && serverAfter.isPresent()
            ? serverAfter.getAsLong() - serverBefore.getAsLong()
            : null,
        0);
  }

  /** What was seen of both processes while the calls were made; the server's part may be null. */
  private record WatchedCalls(CallerAnswer traffic, String method, long peak, Long backendPeak) {}

  private static WatchedCalls watched(
      CallerProcess caller, ProcessPlan plan, OptionalLong postmaster) {
    String command = "call " + plan.calls();
    try (PeakMeter meter = PeakMeter.watch(caller.processId())) {
      if (postmaster.isEmpty()) {
        CallerAnswer traffic = caller.tell(command);
        return new WatchedCalls(traffic, meter.method(), meter.peak(), null);
      }
      try (BackendMemory memory =
          BackendMemory.watch(postmaster.getAsLong(), caller.backendProcessId())) {
        CallerAnswer traffic = caller.tell(command);
        Long backendPeak = boxed(memory.peak());
        return new WatchedCalls(traffic, meter.method(), meter.peak(), backendPeak);
      }
    }
  }

  private static OptionalLong serverCpu(OptionalLong postmaster, long backend) {
    return postmaster.isPresent()
        ? new BackendCpu(postmaster.getAsLong(), backend).nanos()
        : OptionalLong.empty();
  }

  private static OptionalLong visible(OptionalLong postmaster, OptionalLong value) {
    return postmaster.isPresent() ? value : OptionalLong.empty();
  }

  private static Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static ProcessReading withTempBytes(ProcessReading r, long tempBytes) {
    return new ProcessReading(
        r.method(),
        r.idleRss(),
        r.peakRss(),
        r.backendIdle(),
        r.backendPeak(),
        r.rows(),
        r.received(),
        r.sent(),
        r.statements(),
        r.costCalls(),
        r.allocated(),
        r.clientCpuNanos(),
        r.serverCpuNanos(),
        tempBytes);
  }
}
