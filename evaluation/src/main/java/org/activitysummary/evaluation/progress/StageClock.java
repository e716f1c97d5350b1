package org.activitysummary.evaluation.progress;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passes everything on, and notes how long each stage took. */
public final class StageClock implements Progress {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Progress progress;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String stage;
  private long startNanos;

  /** Passes on to another. */
  public StageClock(Progress progress) {
    this.progress = progress;
  }

  /** Returns how long each finished stage took in seconds, by name, in their order. */
  public Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }

  @Override
  public void expect(Map<String, Duration> stages) {
    progress.expect(stages);
  }

  @Override
  public void start(String name, int steps) {
    begin(name);
    progress.start(name, steps);
  }

  @Override
  public void start(String name, List<Duration> steps) {
    begin(name);
    progress.start(name, steps);
  }

  private void begin(String name) {
    stage = name;
    startNanos = System.nanoTime();
  }

  @Override
  public void step(String what) {
    progress.step(what);
  }

  @Override
  public void skip() {
    progress.skip();
  }

  @Override
  public void end() {
    seconds.merge(stage, (System.nanoTime() - startNanos) / NANOS_PER_SECOND, Double::sum);
    progress.end();
  }

  @Override
  public void note(String line) {
    progress.note(line);
  }
}
