package org.activitysummary.evaluation.forecast;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run would do and how long it should take.
 *
 * @param stages in the order they run
 * @param basis what the durations rest on, one sentence each
 */
public record Forecast(List<StageForecast> stages, List<String> basis) {

  /** Keeps copies. */
  public Forecast {
    stages = List.copyOf(stages);
    basis = List.copyOf(basis);
  }

  /** Returns how long the run should take. */
  public Duration total() {
    return stages.stream().map(StageForecast::expected).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns how long each stage should take, by name, in their order. */
  public Map<String, Duration> byStage() {
    Map<String, Duration> durations = new LinkedHashMap<>();
    stages.forEach(stage -> durations.put(stage.stage(), stage.expected()));
    return durations;
  }
}
