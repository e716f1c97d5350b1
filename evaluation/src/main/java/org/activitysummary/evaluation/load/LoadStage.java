package org.activitysummary.evaluation.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.activitysummary.evaluation.caller.LoadMain;
import org.activitysummary.evaluation.process.CallerAnswer;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.CallerFlags;
import org.activitysummary.evaluation.process.CallerProcess;
import org.activitysummary.evaluation.process.PeakMeter;

/** Puts one implementation under load in a process of its own. */
public final class LoadStage {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** The answer of a process that gave none. */
  private static final CallerAnswer NOTHING = new CallerAnswer(Map.of(), Map.of());

  private final Path target;

  /**
   * Prepares to run.
   *
   * @param target file with the reader's connection and the expected answers
   */
  public LoadStage(Path target) {
    this.target = target;
  }

  /** Returns what happened under the plan and then in each step of a series. */
  public LoadOutcome run(String implementation, LoadPlan plan, List<LoadPlan> series) {
    return run(implementation, plan)
        .withSeries(series.stream().map(step -> LoadStep.of(run(implementation, step))).toList());
  }

  /** Returns what happened; a process that dies is an outcome too. */
  public LoadOutcome run(String implementation, LoadPlan plan) {
    List<String> arguments =
        List.of(
            target.toString(),
            implementation,
            plan.arrivals(),
            Double.toString(plan.ratePerSecond()),
            Integer.toString(plan.callers()),
            String.format(Locale.ROOT, "%.3f", plan.duration().toMillis() / 1000.0),
            Long.toString(plan.seed()),
            Integer.toString(plan.connections()));
    try (CallerProcess process =
            CallerProcess.start(
                CallerFlags.withMaximumHeap(plan.heapMegabytes()), LoadMain.class, arguments);
        PeakMeter meter = PeakMeter.watch(process.processId());
        ResidentSetWatch memory = ResidentSetWatch.start(process.processId())) {
      return run(plan, process, meter, memory);
    } catch (CallerFailure e) {
      return outcome(plan, NOTHING, null, null, List.of(), e.getMessage());
    }
  }

  private static LoadOutcome run(
      LoadPlan plan, CallerProcess process, PeakMeter meter, ResidentSetWatch memory) {
    try {
      CallerAnswer answer = process.tell("go");
      long peak = meter.peak();
      List<ResidentSet> seen = memory.seen();
      String failure = outOfMemory(answer);
      try {
        String histogram = process.tell("latencies").texts().get("histogram");
        return outcome(plan, answer, histogram, peak, seen, failure);
      } catch (CallerFailure e) {
        // An exhausted heap may not be enough for this either.
        return outcome(plan, answer, null, peak, seen, failure == null ? e.getMessage() : failure);
      }
    } catch (CallerFailure e) {
      return outcome(plan, NOTHING, null, null, memory.seen(), e.getMessage());
    }
  }

  private static String outOfMemory(CallerAnswer answer) {
    return answer.number("outOfMemory") == 0
        ? null
        : "java.lang.OutOfMemoryError after %d answered calls"
            .formatted(answer.number("completed"));
  }

  private static LoadOutcome outcome(
      LoadPlan plan,
      CallerAnswer answer,
      String histogram,
      Long peak,
      List<ResidentSet> residentSet,
      String failure) {
    int completed = count(answer, "completed");
    LoadLatency latency = LoadLatency.of(histogram);
    return new LoadOutcome(
        plan.arrivals(),
        plan.ratePerSecond(),
        plan.callers(),
        plan.duration().toMillis() / 1000.0,
        plan.heapMegabytes(),
        count(answer, "intended"),
        completed,
        count(answer, "errors"),
        count(answer, "wrong"),
        count(answer, "skipped"),
        answer.optional("elapsed").map(n -> completed * NANOS_PER_SECOND / n).orElse(0.0),
        latency.p50(),
        latency.p99(),
        latency.max(),
        histogram,
        millis(answer.optional("lag")),
        peak,
        millis(answer.optional("lagP50")),
        pool(plan, answer),
        residentSet,
        List.of(),
        failure);
  }

  private static PoolWaits pool(LoadPlan plan, CallerAnswer answer) {
    return answer
        .optional("poolWaits")
        .map(
            waits ->
                new PoolWaits(
                    plan.connections(),
                    waits.intValue(),
                    millis(answer.optional("poolP50")),
                    millis(answer.optional("poolMax")),
                    count(answer, "poolTimeouts")))
        .orElse(null);
  }

  private static int count(CallerAnswer answer, String name) {
    return answer.optional(name).orElse(0L).intValue();
  }

  private static Double millis(Optional<Long> nanos) {
    return nanos.map(n -> n / NANOS_PER_MILLI).orElse(null);
  }
}
