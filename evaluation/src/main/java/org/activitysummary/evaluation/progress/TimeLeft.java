package org.activitysummary.evaluation.progress;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much longer a stage and the run should take: what was expected, corrected by how the steps so
 * far kept to it.
 */
final class TimeLeft {

  private final Map<String, Duration> later = new LinkedHashMap<>();
  private double[] weights = {};
  private boolean inSeconds;
  private int begun;
  private double skippedWeight;
  private double doneSeconds;
  private double doneWeight;
  private double runningSince;
  private boolean running;

  /** Takes note of the stages of the run and of how long each should take. */
  void expect(Map<String, Duration> stages) {
    later.clear();
    later.putAll(stages);
  }

  /** A stage begins whose steps are alike. */
  void start(String stage, int steps) {
    Duration expected = later.remove(stage);
    double each = expected == null ? 1 : seconds(expected) / steps;
    double[] alike = new double[steps];
    Arrays.fill(alike, each);
    begin(alike, expected != null);
  }

  /** A stage begins whose steps take different times. */
  void start(String stage, List<Duration> steps) {
    later.remove(stage);
    begin(steps.stream().mapToDouble(TimeLeft::seconds).toArray(), true);
  }

  private void begin(double[] steps, boolean known) {
    weights = steps;
    inSeconds = known;
    begun = 0;
    skippedWeight = 0;
    doneSeconds = 0;
    doneWeight = 0;
    running = false;
  }

  /** A step begins, which ends the one before. */
  void step(double now) {
    finishStep(now);
    begun++;
    running = true;
    runningSince = now;
  }

  /** A step need not be done. */
  void skip(double now) {
    finishStep(now);
    begun++;
    skippedWeight += weight(begun);
  }

  private void finishStep(double now) {
    if (running) {
      doneSeconds += now - runningSince;
      doneWeight += weight(begun);
      running = false;
    }
  }

  /** More steps than announced weigh nothing. */
  private double weight(int step) {
    return step <= weights.length ? weights[step - 1] : 0;
  }

  /** Returns how long the stage should still take; empty if nothing tells yet. */
  Optional<Duration> ofStage() {
    if (doneWeight <= 0 && !inSeconds) {
      return Optional.empty();
    }
    double pace = doneWeight > 0 ? doneSeconds / doneWeight : 1;
    double left = Arrays.stream(weights).sum() - skippedWeight - doneWeight;
    return Optional.of(duration(Math.max(0, left) * pace));
  }

  /** Returns how long the run should still take; empty if nothing tells yet, or nothing is left. */
  Optional<Duration> ofRun() {
    Duration rest = later.values().stream().reduce(Duration.ZERO, Duration::plus);
    return rest.isZero() ? Optional.empty() : ofStage().map(rest::plus);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
