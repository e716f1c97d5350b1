package org.activitysummary.evaluation.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.ConformanceStage;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.evidence.EvidenceStage;
import org.activitysummary.evaluation.guard.SchemaGuard;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.latency.LatencyStage;
import org.activitysummary.evaluation.latency.Pilot;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadPlan;
import org.activitysummary.evaluation.load.LoadStage;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.process.ProcessStage;
import org.activitysummary.evaluation.process.SmallestHeap;
import org.activitysummary.evaluation.progress.Progress;
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
  private final ProcessCells processCells;
  private final LoadStage loadStage;
  private final EvidenceStage evidenceStage;
  private final TimedForks timedForks;
  private final SchemaGuard guard;
  private final Target target;
  private final Progress progress;
  private final CellStore cells;
  private final Breakdowns breakdowns = new Breakdowns();

  private final Map<String, Conformance> conformance = new LinkedHashMap<>();
  private final Map<String, LoadOutcome> load = new LinkedHashMap<>();
  private final List<DatabaseEvidence> plans = new ArrayList<>();

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
    this.timedForks =
        new TimedForks(
            options,
            new Pilot(targetFile, target.users(), breakdowns),
            latencyStage(database, seeded, targetFile, work),
            progress,
            cells,
            breakdowns);
    this.processCells =
        new ProcessCells(
            options.profile(),
            new ProcessStage(database, targetFile),
            new SmallestHeap(targetFile),
            progress,
            cells,
            breakdowns);
    this.loadStage = new LoadStage(targetFile);
    this.evidenceStage = new EvidenceStage(database.owner(seeded.name()), work);
  }

  private LatencyStage latencyStage(
      Database database, EventsSchema seeded, Path targetFile, Path work) {
    return new LatencyStage(
        targetFile,
        seeded,
        work,
        database.serverProcessId(),
        progress,
        breakdowns,
        guard::inspect,
        cells);
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
    timedForks.time(timed);
    for (ForkResult fork : timedForks.first()) {
      conformance.computeIfPresent(
          fork.cell().arm().implementation(),
          (name, answers) -> answers.withFresh(fork.freshness()));
    }
  }

  /**
   * Times everything at some sizes once more, to confirm or refute what failed for its times.
   *
   * @param sizes that were timed before; at least one
   */
  void timeAgain(List<Integer> sizes) {
    progress.note("latency: too slow or undecided, so a second draw at " + sizes);
    timedForks.timeAgain(sizes);
    putBrokenAside();
  }

  private void measureProcesses(List<String> timed) {
    processCells.measure(timed, target.users(), guard);
    putBrokenAside();
  }

  /** Figures of a part would pass for the whole. */
  private void putBrokenAside() {
    processCells.putBrokenAside();
    timedForks.putBrokenAside();
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
    try (evidenceStage) {
      for (SeededUser user : target.users()) {
        for (String name : timed) {
          progress.step("%s at %,d events".formatted(name, user.size()));
          plans.add(evidenceStage.explain(name, user).with(timedForks.plans(name, user.size())));
          guard.inspect(name);
        }
      }
    }
    progress.end();
  }

  /** Returns what the server said of the statements. */
  List<DatabaseEvidence> plans() {
    return plans;
  }

  /** Returns JMH's own results, one for each fork that was one implementation's. */
  List<RunResult> jmhResults() {
    return timedForks.first().stream().map(ForkResult::jmh).filter(Objects::nonNull).toList();
  }

  /** Returns what was recorded. */
  Recording recording(SetupTeardown setup) {
    return new Recording(
        options.strict(),
        setup,
        timedForks.recorded(),
        processCells.recorded(),
        options.baseline(),
        breakdowns.all());
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
