package org.activitysummary.evaluation.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.activitysummary.evaluation.forecast.StageForecast.Source;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.LatencyPlan;
import org.activitysummary.evaluation.latency.LatencyPlanner;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.planted.FaultProof;
import org.activitysummary.evaluation.planted.PlantedFaults;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.profile.Profile.Proof;

/**
 * Forecasts a run: as long as the newest report's run if that was of the same kind, or else from
 * the profile and the calls that it measured, or else from assumptions that are stated.
 */
public final class Forecaster {

  /** A call that reads each event once, on a laptop: half a millisecond, and a microsecond each. */
  private static final long ASSUMED_NANOS_PER_CALL = 500_000;

  private static final long ASSUMED_NANOS_PER_EVENT = 1_000;

  /** Generating, copying, indexing, vacuuming. */
  private static final double ASSUMED_ROWS_PER_SECOND = 100_000;

  /** A JVM that connects and is asked to end. */
  private static final Duration PROCESS = Duration.ofMillis(1_200);

  /** About as many halvings lead from 3 GB to the smallest heap. */
  private static final int HEAP_SEARCH_PROCESSES = 14;

  /** Hundreds of small users that come and go. */
  private static final Duration CONFORMANCE = Duration.ofSeconds(4);

  private static final Duration CONFORMANCE_PER_USER = Duration.ofMillis(60);

  private static final Duration PLAN = Duration.ofMillis(300);

  private final EvaluationOptions options;
  private final Profile profile;
  private final Optional<EarlierRun> earlier;
  private final int cells;

  private Forecaster(EvaluationOptions options, Optional<EarlierRun> earlier) {
    this.options = options;
    this.profile = options.profile();
    this.earlier = earlier;
    this.cells = options.names().size() * options.dataset().sizes().size();
  }

  /** Returns what a run with these options would do; reads the reports folder, writes nothing. */
  public static Forecast of(EvaluationOptions options) {
    return new Forecaster(options, EarlierRun.newest(options.reports())).forecast();
  }

  private Forecast forecast() {
    List<StageForecast> stages = new ArrayList<>();
    stages.add(seeding());
    stages.add(
        stage(
            "conformance",
            "%d implementations, %d random users per shape of events"
                .formatted(options.names().size(), profile.randomUsers()),
            CONFORMANCE
                .plus(CONFORMANCE_PER_USER.multipliedBy(profile.randomUsers()))
                .multipliedBy(options.names().size())));
    stages.add(latency());
    stages.add(memory());
    stages.add(load());
    stages.add(stage("plans", cells + " times", PLAN.multipliedBy(cells)));
    if (profile.proof() != Proof.NONE) {
      stages.add(faults());
    }
    return new Forecast(stages, basis());
  }

  private StageForecast seeding() {
    double rate = earlier.flatMap(EarlierRun::rowsPerSecond).orElse(ASSUMED_ROWS_PER_SECOND);
    long rows = options.dataset().rows();
    return new StageForecast(
        "seeding",
        String.format(Locale.ROOT, "%,d rows", rows),
        Duration.ofMillis(Math.round(rows / rate * 1000)),
        earlier.isPresent() ? Source.PLANNED : Source.ASSUMED);
  }

  private StageForecast latency() {
    Map<Cell, Duration> calls = new LinkedHashMap<>();
    for (int size : options.dataset().sizes()) {
      for (String name : options.names()) {
        calls.put(new Cell(Arm.first(name), size), call(name, size));
      }
    }
    LatencyPlan plan = new LatencyPlanner(profile, options.implementations()).plan(calls);
    return stage(
        "latency",
        "%d forks in %d rounds, %d calls each where they must be proven"
            .formatted(plan.forkCount(), plan.rounds(), profile.samples()),
        plan.expectedDuration());
  }

  private StageForecast memory() {
    Duration all = Duration.ZERO;
    int searched = profile.smallestHeap() ? HEAP_SEARCH_PROCESSES : 0;
    for (int size : options.dataset().sizes()) {
      for (String name : options.names()) {
        Duration process = PROCESS.plus(call(name, size).multipliedBy(2L * profile.memoryCalls()));
        all = all.plus(process.multipliedBy(profile.memoryProcesses() + (long) searched));
      }
    }
    return stage(
        "memory",
        "%d processes, %d calls each%s"
            .formatted(
                cells * profile.memoryProcesses(),
                2 * profile.memoryCalls(),
                profile.smallestHeap() ? ", and searches for the smallest heap" : ""),
        all);
  }

  private StageForecast load() {
    return stage(
        "load",
        "%d processes, callers for %d s each"
            .formatted(options.names().size(), profile.load().toSeconds()),
        profile.load().plus(PROCESS).multipliedBy(options.names().size()));
  }

  private StageForecast faults() {
    int faults = PlantedFaults.all().size();
    return stage(
        "planted faults",
        "%d faults, each against %s"
            .formatted(
                faults, profile.proof() == Proof.ALL ? "every check" : "the check meant for it"),
        FaultProof.expectedDurations(profile.proof() == Proof.ALL).stream()
            .reduce(Duration.ZERO, Duration::plus));
  }

  private StageForecast stage(String name, String work, Duration planned) {
    Optional<Duration> measured = earlier.flatMap(run -> run.stage(options, name));
    return new StageForecast(
        name,
        work,
        measured.orElse(planned),
        measured.isPresent()
            ? Source.MEASURED
            : earlier.isPresent() ? Source.PLANNED : Source.ASSUMED);
  }

  private Duration call(String name, int size) {
    return earlier
        .flatMap(run -> run.call(name, size))
        .orElse(Duration.ofNanos(ASSUMED_NANOS_PER_CALL + ASSUMED_NANOS_PER_EVENT * size));
  }

  private List<String> basis() {
    List<String> basis = new ArrayList<>();
    earlier.ifPresent(
        run ->
            basis.add(
                "Measured durations are those of run %s, profile %s."
                    .formatted(run.report().run().id(), run.report().run().profile())));
    if (earlier.isEmpty()) {
      basis.add(
          String.format(
              Locale.ROOT,
              "%s has no report yet, so it is assumed that a call takes %.1f ms and 1 ms more for"
                  + " each %,d events, and that %,.0f rows a second are loaded.",
              options.reports(),
              ASSUMED_NANOS_PER_CALL / 1e6,
              1_000_000 / ASSUMED_NANOS_PER_EVENT,
              ASSUMED_ROWS_PER_SECOND));
    }
    basis.add(
        "Assumed: processes start in about a second, and nothing else keeps the machine busy;"
            + " noisy forks are repeated, one in five at most.");
    return basis;
  }
}
