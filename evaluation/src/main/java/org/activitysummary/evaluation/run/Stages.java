package org.activitysummary.evaluation.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.ConformanceStage;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.evidence.EvidenceStage;
import org.activitysummary.evaluation.guard.SchemaGuard;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.latency.LatencyPlan;
import org.activitysummary.evaluation.latency.LatencyPlanner;
import org.activitysummary.evaluation.latency.LatencyStage;
import org.activitysummary.evaluation.latency.Pilot;
import org.activitysummary.evaluation.latency.SavedPlan;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadPlan;
import org.activitysummary.evaluation.load.LoadStage;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.CallerFlags;
import org.activitysummary.evaluation.process.ProcessCosts;
import org.activitysummary.evaluation.process.ProcessPlan;
import org.activitysummary.evaluation.process.ProcessStage;
import org.activitysummary.evaluation.process.SmallestHeap;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.recording.RecordedProcesses;
import org.activitysummary.evaluation.recording.Recording;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.results.RunResult;

/**
 * The stages between a seeded database and the checks: conformance, latency, memory, load, with the
 * schema guard watching throughout. An implementation that answers wrongly is not timed.
 */
final class Stages {

  private final EvaluationOptions options;
  private final ConformanceStage conformanceStage;
  private final ProcessStage processStage;
  private final SmallestHeap smallestHeap;
  private final LoadStage loadStage;
  private final EvidenceStage evidenceStage;
  private final LatencyStage latencyStage;
  private final SchemaGuard guard;
  private final Target target;
  private final Path targetFile;
  private final Progress progress;
  private final CellStore cells;
  private final Breakdowns breakdowns = new Breakdowns();

  private final Map<String, Conformance> conformance = new LinkedHashMap<>();
  private final Map<Cell, ProcessCosts> costs = new LinkedHashMap<>();
  private final Map<Cell, Long> smallestHeaps = new HashMap<>();
  private final Map<String, LoadOutcome> load = new LinkedHashMap<>();
  private final List<DatabaseEvidence> plans = new ArrayList<>();
  private List<ForkResult> forks = List.of();
  private List<ForkResult> secondDraw = List.of();
  private LatencyPlan latencyPlan;

  Stages(
      EvaluationOptions options,
      Database database,
      EventsSchema seeded,
      EventsSchema scratch,
      Target target,
      Path targetFile,
      Path work,
      Progress progress,
      CellStore cells) {
    this.options = options;
    this.target = target;
    this.targetFile = targetFile;
    this.progress = progress;
    this.cells = cells;
    this.guard = new SchemaGuard(seeded);
    this.conformanceStage =
        new ConformanceStage(
            scratch,
            target,
            work,
            Containment.STANDARD,
            options.profile().randomUsers(),
            options.dataset().seed());
    this.latencyStage =
        new LatencyStage(
            targetFile,
            seeded,
            work,
            database.serverProcessId(),
            progress,
            breakdowns,
            cell -> guard.inspect(cell.arm().implementation()),
            cells);
    this.processStage = new ProcessStage(database, targetFile);
    this.smallestHeap = new SmallestHeap(targetFile);
    this.loadStage = new LoadStage(targetFile);
    this.evidenceStage = new EvidenceStage(database.owner(seeded.name()), work);
  }

  void run() {
    proveAnswers();
    List<String> timed = timed();
    if (!timed.isEmpty()) {
      time(timed);
      measureProcesses(unbroken(timed));
      putUnderLoad(unbroken(timed));
      explain(unbroken(timed));
    }
  }

  private List<String> unbroken(List<String> names) {
    return names.stream().filter(name -> !breakdowns.has(name)).toList();
  }

  private void proveAnswers() {
    progress.start("conformance", options.names().size());
    for (String name : options.names()) {
      progress.step(name);
      conformance.put(name, conformanceStage.ask(name));
      guard.inspect(name);
    }
    progress.end();
  }

  /** Those whose answers are right, and references, which are not expected to be. */
  private List<String> timed() {
    return options.implementations().stream()
        .filter(i -> i.kind().mayBeInexact() || conformance.get(i.name()).passed())
        .map(i -> i.name())
        .toList();
  }

  private void time(List<String> timed) {
    SavedPlan saved = cells.get("latency plan", SavedPlan.class, () -> planned(timed));
    timed.stream().filter(name -> !saved.times(name)).forEach(this::bookMissing);
    if (saved.forks().isEmpty()) {
      return;
    }
    latencyPlan = saved.plan();
    progress.note(
        "latency: %d forks in %d rounds, about %d s"
            .formatted(
                latencyPlan.forkCount(),
                latencyPlan.rounds(),
                latencyPlan.expectedDuration().toSeconds()));
    forks = latencyStage.run(latencyPlan);
    forks.forEach(
        fork ->
            conformance.computeIfPresent(
                fork.cell().arm().implementation(),
                (name, answers) -> answers.withFresh(fork.freshness())));
  }

  /**
   * Times everything at some sizes once more, to confirm or refute a slowdown.
   *
   * @param sizes that were timed before; at least one
   */
  void timeAgain(List<Integer> sizes) {
    progress.note("latency: slower than the baseline or undecided, so a second draw at " + sizes);
    secondDraw = latencyStage.run(latencyPlan.only(sizes));
    putBrokenAside();
  }

  private SavedPlan planned(List<String> timed) {
    Map<Cell, Duration> pilot = new Pilot(targetFile, target.users(), breakdowns).run(timed);
    return pilot.isEmpty()
        ? new SavedPlan(options.profile().rounds(), List.of())
        : SavedPlan.of(
            new LatencyPlanner(
                    options.profile(),
                    options.implementations().stream()
                        .filter(i -> unbroken(timed).contains(i.name()))
                        .toList())
                .plan(pilot));
  }

  /** What a continued run does not know of its first part is booked as what it was. */
  private void bookMissing(String implementation) {
    breakdowns.book(implementation, "it did not get through the pilot before the run was aborted");
  }

  private void measureProcesses(List<String> timed) {
    ProcessPlan plan =
        new ProcessPlan(
            options.profile().memoryProcesses(),
            options.profile().memoryCalls(),
            options.profile().memoryCalls(),
            CallerFlags.ALL);
    progress.start("memory", timed.size() * target.users().size());
    for (SeededUser user : target.users()) {
      for (String name : timed) {
        Cell cell = new Cell(Arm.first(name), user.size());
        if (breakdowns.has(name)) {
          progress.skip();
        } else {
          measureProcesses(cell, plan);
        }
        guard.inspect(name);
      }
    }
    progress.end();
    putBrokenAside();
  }

  /** Figures of a part would pass for the whole. */
  private void putBrokenAside() {
    costs.keySet().removeIf(cell -> breakdowns.has(cell.arm().implementation()));
    forks = forks.stream().filter(f -> !breakdowns.has(f.cell().arm().implementation())).toList();
  }

  private void measureProcesses(Cell cell, ProcessPlan plan) {
    String name = cell.arm().implementation();
    try {
      costs.put(
          cell,
          cells.step(
              progress,
              cell.toString(),
              "processes, %s, %d".formatted(name, cell.size()),
              ProcessCosts.class,
              () -> processStage.measure(name, cell.size(), plan)));
      if (options.profile().smallestHeap()) {
        smallestHeaps.put(
            cell,
            cells.get(
                "smallest heap, %s, %d".formatted(name, cell.size()),
                Long.class,
                () -> smallestHeap.search(name, cell.size())));
      }
    } catch (CallerFailure e) {
      breakdowns.book(name, "asked about %,d events: %s".formatted(cell.size(), e.getMessage()));
    }
  }

  private void putUnderLoad(List<String> timed) {
    LoadPlan plan = LoadPlan.declared(options.profile().load(), options.dataset().seed());
    List<LoadPlan> series =
        LoadPlan.series(
            options.profile().load(), options.profile().loadCallers(), options.dataset().seed());
    progress.start("load", timed.size());
    for (String name : timed) {
      load.put(
          name,
          cells.step(
              progress,
              name,
              "load, " + name,
              LoadOutcome.class,
              () -> loadStage.run(name, plan, series)));
      guard.inspect(name);
    }
    progress.end();
  }

  private void explain(List<String> timed) {
    progress.start("plans", timed.size() * target.users().size());
    for (SeededUser user : target.users()) {
      for (String name : timed) {
        progress.step("%s at %,d events".formatted(name, user.size()));
        plans.add(evidenceStage.explain(name, user));
        guard.inspect(name);
      }
    }
    progress.end();
  }

  /** Returns what the server said of the statements. */
  List<DatabaseEvidence> plans() {
    return plans;
  }

  /** Returns JMH's own results, one for each fork. */
  List<RunResult> jmhResults() {
    return forks.stream().map(ForkResult::jmh).toList();
  }

  /** Returns what was recorded. */
  Recording recording(SetupTeardown setup) {
    return new Recording(
        options.strict(),
        setup,
        Stream.concat(
                forks.stream().map(fork -> RecordedFork.of(fork, RecordedFork.FIRST_DRAW)),
                secondDraw.stream().map(fork -> RecordedFork.of(fork, RecordedFork.SECOND_DRAW)))
            .toList(),
        costs.entrySet().stream().map(e -> recorded(e.getKey(), e.getValue())).toList(),
        options.baseline(),
        breakdowns.all());
  }

  private RecordedProcesses recorded(Cell cell, ProcessCosts costs) {
    return new RecordedProcesses(
        cell.arm().implementation(),
        cell.size(),
        costs.plan(),
        costs.readings(),
        smallestHeaps.containsKey(cell),
        smallestHeaps.get(cell));
  }

  /** Returns the answers, by implementation. */
  Map<String, Conformance> conformance() {
    return conformance;
  }

  /** Returns what the schema guard saw, by implementation. */
  Map<String, SchemaGuard.SchemaWatch> schema() {
    return guard.watches();
  }

  /** Returns what happened under load, by implementation. */
  Map<String, LoadOutcome> load() {
    return load;
  }
}
