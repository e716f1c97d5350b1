package org.activitysummary.evaluation.gateproof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.check.Evidence;
import org.activitysummary.evaluation.derivation.BaselineFile;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportDirectory;
import org.activitysummary.evaluation.report.files.ReportFiles;
import org.activitysummary.evaluation.resumption.CellStore;
import org.activitysummary.evaluation.run.EvaluationRun;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;

/**
 * Makes a baseline, then runs the same implementation again and again, then planted faults in its
 * place, each through an ordinary run that is held against that baseline.
 */
public final class GateProof {

  private static final String NAME = "gate-proof";

  /** Large enough for times that are not all overhead, small enough for many runs. */
  private static final List<Integer> SIZES = List.of(10_000, 100_000);

  /** As the {@code gate} profile: the proof is about its rule. */
  private static final int ROUNDS = Profile.GATE.rounds();

  private static final int TURN_FORKS = Profile.GATE.turnForks();

  /** The baseline is in every comparison, so it is worth twice the forks. */
  private static final int BASELINE_SHARE = 2;

  /** What the gate is held against are counts and ratios in turns, not tails. */
  private static final int CALLS = 60;

  private final DatabaseLocation database;
  private final Path folder;
  private final Progress progress;
  private final Consumer<String> out;

  /**
   * Prepares the proof.
   *
   * @param database where
   * @param folder of its reports and its baseline
   * @param progress of each run
   * @param out takes a line for each run
   */
  public GateProof(
      DatabaseLocation database, Path folder, Progress progress, Consumer<String> out) {
    this.database = database;
    this.folder = folder;
    this.progress = progress;
    this.out = out;
  }

  /**
   * Returns whether every unchanged run was not red, and every fault red for its own reason.
   *
   * @param unchangedRuns how many, 0 for none
   * @param faults whether the faults are planted as well
   * @throws org.activitysummary.evaluation.EvaluationException if a run could not be carried out,
   *     or the first one does not pass
   */
  public boolean run(int unchangedRuns, boolean faults) {
    Baseline baseline = baseline();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < unchangedRuns; i++) {
      candidates.add(Candidate.unchanged());
    }
    if (faults) {
      candidates.addAll(Candidate.FAULTS);
    }
    List<ProofRun> runs = new ArrayList<>();
    for (Candidate candidate : candidates) {
      ProofRun run = measure(candidate, baseline, 1);
      out.accept(String.format(Locale.ROOT, "%2d/%d  %s", runs.size() + 1, candidates.size(), run));
      runs.add(run);
      ProofTable.write(runs, folder.resolve("proof.md"));
    }
    long asMeant = runs.stream().filter(ProofRun::asItMustBe).count();
    out.accept("%d of %d runs: the gate said what it must".formatted(asMeant, runs.size()));
    return asMeant == runs.size();
  }

  private Baseline baseline() {
    ProofRun run = measure(Candidate.unchanged(), null, BASELINE_SHARE);
    Baseline baseline = BaselineMove.from(run.report(), true);
    Path file = folder.resolve("baseline.json");
    BaselineFile.write(baseline, file);
    out.accept(
        String.format(
            Locale.ROOT,
            "baseline: %s, %d quantities, %d s",
            file,
            baseline.quantities().size(),
            run.seconds()));
    return baseline;
  }

  private ProofRun measure(Candidate candidate, Baseline baseline, int share) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    EvaluationOptions options =
        new EvaluationOptions(
            profile(share),
            List.of(
                Implementations.named(Evidence.REFERENCE),
                Implementations.named(candidate.implementation())),
            DatasetSpec.standard().withSizes(SIZES),
            database,
            folder,
            false,
            baseline == null ? null : baseline.renamed(Candidate.BASE, candidate.implementation()),
            NAME + " " + candidate.implementation());
    try (ReportDirectory directory = ReportDirectory.claim(folder, start)) {
      EvaluationRun run = new EvaluationRun(options, progress, start, CellStore.NONE);
      Report report = run.run();
      ReportFiles.write(report, run.jmhResults(), directory);
      return new ProofRun(
          candidate, report, directory.path(), Duration.between(start, Instant.now()).toSeconds());
    }
  }

  private static Profile profile(int share) {
    return new Profile(
        NAME,
        share * ROUNDS,
        share * TURN_FORKS,
        Duration.ofMillis(200),
        share * CALLS,
        Duration.ofMillis(250),
        Duration.ofMillis(700),
        1,
        3,
        false,
        3,
        Duration.ofSeconds(5),
        List.of(),
        Profile.Proof.NONE);
  }
}
