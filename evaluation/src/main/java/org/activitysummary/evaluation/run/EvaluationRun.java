package org.activitysummary.evaluation.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.derivation.Derivation;
import org.activitysummary.evaluation.derivation.SecondDraw;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.environment.EnvironmentProbe;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.planted.FaultProof;
import org.activitysummary.evaluation.process.JavaProcess;
import org.activitysummary.evaluation.profile.Profile.Proof;
import org.activitysummary.evaluation.progress.LoadSteps;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.progress.StageClock;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.evaluation.verification.HeldAgainst;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.SeededSchema;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.results.RunResult;

/** One evaluation from an empty database to a report. */
public final class EvaluationRun {

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EvaluationOptions options;
  private final StageClock progress;
  private final Instant startedAt;
  private final CellStore cells;
  private final String id;
  private List<RunResult> jmhResults = List.of();
  private List<FaultFinding> faults = List.of();

  /**
   * Prepares a run.
   *
   * @param options what to evaluate
   * @param progress told how far it is
   * @param startedAt names the run
   * @param cells what an aborted run left of this one, and where this one keeps what it measures
   */
  public EvaluationRun(
      EvaluationOptions options, Progress progress, Instant startedAt, CellStore cells) {
    this.options = options;
    this.progress = new StageClock(progress);
    this.startedAt = startedAt;
    this.cells = cells;
    this.id = RUN_ID.format(startedAt) + "_" + ProcessHandle.current().pid();
  }

  /**
   * Carries the run out.
   *
   * @return the complete report, judged; nothing is written yet
   * @throws EvaluationException if it could not be carried out
   * @throws org.activitysummary.testbed.TestbedException if the database could not be provided
   */
  public Report run() {
    JavaProcess.dieTogether();
    try (WorkDirectory work = WorkDirectory.create();
        Database database = Database.open(options.database())) {
      Environment environment = EnvironmentProbe.take(database);
      Dataset dataset = Dataset.of(options.dataset());
      agree(environment, dataset);
      HeldAgainst.requireSameWork(
          options.baseline(), dataset.fingerprint(), options.profile().name());
      Seeding seeding;
      Stages stages;
      Instant start = Instant.now();
      try (SeededSchema rows = seed(database, dataset);
          EventsSchema scratch = EventsSchema.create(database, "activity_summary_scratch_" + id)) {
        seeding = seeding(rows, Duration.between(start, Instant.now()));
        environment = environment.readBy(rows.schema().readerDescription());
        stages = stages(database, rows.schema(), scratch, dataset, work);
        stages.run();
        confirm(environment, dataset, seeding, stages);
        jmhResults = stages.jmhResults();
        faults =
            List.of(
                cells.get(
                    "planted faults",
                    FaultFinding[].class,
                    () -> plantFaults(database, work.path())));
        seeding = seeding.withRowsAtEnd(RowCounts.events(rows.schema()));
      }
      return Derivation.complete(
          recorded(environment, dataset, seeding, stages, RowCounts.schemas(database, id)));
    }
  }

  private Stages stages(
      Database database,
      EventsSchema seeded,
      EventsSchema scratch,
      Dataset dataset,
      WorkDirectory work) {
    Path targetFile = work.path().resolve("target.properties");
    Target target = new Target(seeded.reader(), dataset.users());
    target.write(targetFile);
    return new Stages(
        options, database, seeded, scratch, target, targetFile, work.path(), progress, cells);
  }

  /** Returns JMH's own results of the run, one for each fork; empty before it. */
  public List<RunResult> jmhResults() {
    return jmhResults;
  }

  /** What only the machine and the server can tell of whether old cells may be used. */
  private void agree(Environment environment, Dataset dataset) {
    cells.agree("processor", environment.cpu());
    cells.agree("PostgreSQL", environment.postgres().version());
    cells.agree("PostgreSQL settings", environment.postgres().settings().toString());
    cells.agree("dataset fingerprint", dataset.fingerprint());
    cells.agree("baseline", options.baseline() == null ? "none" : options.baseline().run());
  }

  private FaultFinding[] plantFaults(Database database, Path work) {
    Proof proof = options.profile().proof();
    return proof == Proof.NONE
        ? new FaultFinding[0]
        : new FaultProof(database, work, progress, proof == Proof.ALL)
            .run(id)
            .toArray(FaultFinding[]::new);
  }

  private SeededSchema seed(Database database, Dataset dataset) {
    LoadSteps steps = new LoadSteps(progress);
    steps.start();
    SeededSchema seeded = SeededSchema.provide(database, "activity_summary_" + id, dataset, steps);
    steps.end();
    if (seeded.reused()) {
      progress.note("dataset: the rows of an earlier run, checked to be those of this one");
    }
    return seeded;
  }

  private Seeding seeding(SeededSchema seeded, Duration took) {
    String second = Dataset.of(options.dataset()).fingerprint();
    return new Seeding(seeded.rows(), took, second, 0);
  }

  /** What fails for its times alone counts only if a second draw shows it too. */
  private void confirm(Environment environment, Dataset dataset, Seeding seeding, Stages stages) {
    List<Integer> slow =
        SecondDraw.sizes(
            Derivation.complete(
                recorded(
                    environment,
                    dataset,
                    seeding.withRowsAtEnd(seeding.rowsAtStart()),
                    stages,
                    0)));
    if (!slow.isEmpty()) {
      stages.timeAgain(slow);
    }
  }

  private Report recorded(
      Environment environment, Dataset dataset, Seeding seeding, Stages stages, int schemasLeft) {
    SetupTeardown setup =
        new SetupTeardown(
            dataset.fingerprint(),
            seeding.secondFingerprint(),
            seeding.rowsAtStart(),
            seeding.rowsAtEnd(),
            schemasLeft);
    return Report.recorded(
        new Report.Run(
            id,
            startedAt.toString(),
            Instant.now().toString(),
            options.profile().name(),
            options.command(),
            cells.resumedAt(),
            cells.reused(),
            progress.seconds()),
        environment,
        new Report.DatasetBlock(
            dataset.spec().toMap(),
            dataset.spec().seed(),
            dataset.fingerprint(),
            dataset.rows(),
            seeding.took().toMillis() / 1000.0,
            dataset.users()),
        options.implementations().stream().map(EvaluationRun::block).toList(),
        stages.recording(setup),
        stages.conformance(),
        stages.schema(),
        stages.load(),
        stages.plans(),
        faults);
  }

  private static Report.ImplementationBlock block(UserActivityServiceProvider provider) {
    return new Report.ImplementationBlock(
        provider.name(), provider.kind().label(), provider.description());
  }
}
