package org.activitysummary.evaluation.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int FEWEST_CALLS_FOR_P99 = 100;

  private final Path target;

  /**
   * Prepares to run.
   *
   * @param target file with the reader's connection and the expected answers
   */
  public LoadStage(Path target) {
    this.target = target;
  }

  /** Returns what happened; a process that dies is an outcome too. */
  public LoadOutcome run(String implementation, LoadPlan plan) {
    List<String> flags = new ArrayList<>(CallerFlags.withMaximumHeap(plan.heapMegabytes()));
    flags.add("-XX:+ExitOnOutOfMemoryError");
    List<String> arguments =
        List.of(
            target.toString(),
            implementation,
            plan.poisson() ? "poisson" : "constant",
            Double.toString(plan.ratePerSecond()),
            Integer.toString(plan.callers()),
            String.format(Locale.ROOT, "%.3f", plan.duration().toMillis() / 1000.0),
            Long.toString(plan.seed()));
    try (CallerProcess process = CallerProcess.start(flags, LoadMain.class, arguments);
        PeakMeter meter = PeakMeter.watch(process.processId())) {
      CallerAnswer answer = process.tell("go");
      return outcome(plan, answer, meter.peak());
    } catch (CallerFailure e) {
      return failed(plan, e.getMessage());
    }
  }

  private static LoadOutcome outcome(LoadPlan plan, CallerAnswer answer, long peak) {
    int completed = (int) answer.number("completed");
    return new LoadOutcome(
        plan.poisson() ? "poisson" : "constant",
        plan.ratePerSecond(),
        plan.callers(),
        plan.duration().toMillis() / 1000.0,
        plan.heapMegabytes(),
        (int) answer.number("intended"),
        completed,
        (int) answer.number("errors"),
        (int) answer.number("wrong"),
        (int) answer.number("skipped"),
        completed * NANOS_PER_SECOND / answer.number("elapsed"),
        millis(answer.optional("p50")),
        completed < FEWEST_CALLS_FOR_P99 ? null : millis(answer.optional("p99")),
        millis(answer.optional("max")),
        millis(answer.optional("lag")),
        peak,
        null);
  }

  private static LoadOutcome failed(LoadPlan plan, String why) {
    return new LoadOutcome(
        plan.poisson() ? "poisson" : "constant",
        plan.ratePerSecond(),
        plan.callers(),
        plan.duration().toMillis() / 1000.0,
        plan.heapMegabytes(),
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        why);
  }

  private static Double millis(Optional<Long> nanos) {
    return nanos.map(n -> n / NANOS_PER_MILLI).orElse(null);
  }
}
