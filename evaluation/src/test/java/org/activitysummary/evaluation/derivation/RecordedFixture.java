package org.activitysummary.evaluation.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.check.SetupTeardown;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.noise.Noise;
import org.activitysummary.evaluation.process.ProcessPlan;
import org.activitysummary.evaluation.process.ProcessReading;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.recording.RecordedProcesses;
import org.activitysummary.evaluation.recording.Recording;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;

/** A run with invented calls and readings, and everything computed from them. */
public final class RecordedFixture {

  private static final int ROUNDS = 6;
  private static final int CALLS = 60;
  private static final List<Integer> SIZES = List.of(10_000, 1_000_000);
  private static final Noise QUIET = new Noise(0.5, 0.0, 0.0, 0.0, 100.0, 0.0, false, null);

  private double machine = 1;
  private double slowdown = 1;
  private double secondSlowdown;
  private double spread = 0.02;
  private long extraRows;
  private long growth;
  private int seed = 1;
  private Baseline baseline;
  private List<String> names = List.of("before", "after");

  /** Makes every call of the run slower. */
  public RecordedFixture onMachine(double factor) {
    machine = factor;
    return this;
  }

  /** Makes the calls of {@code after} slower. */
  public RecordedFixture slowedBy(double factor) {
    slowdown = factor;
    return this;
  }

  /** Adds a second draw at every size. */
  public RecordedFixture withSecondDraw(double factor) {
    secondSlowdown = factor;
    return this;
  }

  /** Sets how far calls scatter. */
  public RecordedFixture scattering(double relative) {
    spread = relative;
    return this;
  }

  /** Adds rows to each call of {@code after}. */
  public RecordedFixture withExtraRows(long rows) {
    extraRows = rows;
    return this;
  }

  /** Makes the memory of {@code after} grow. */
  public RecordedFixture growingBy(long bytes) {
    growth = bytes;
    return this;
  }

  /** Draws other calls. */
  public RecordedFixture seeded(int number) {
    seed = number;
    return this;
  }

  /** Holds the run against a baseline. */
  public RecordedFixture heldAgainst(Baseline other) {
    baseline = other;
    return this;
  }

  /** Measures some implementations only. */
  public RecordedFixture of(String... some) {
    names = List.of(some);
    return this;
  }

  /** Returns the report. */
  public Report report() {
    Report fixture = ReportFixture.passing();
    Report.DatasetBlock dataset = fixture.dataset();
    SetupTeardown setup =
        new SetupTeardown(
            dataset.fingerprint(), dataset.fingerprint(), dataset.rows(), dataset.rows(), 0);
    return Derivation.complete(
        Report.recorded(
            fixture.run(),
            fixture.environment(),
            new Report.DatasetBlock(
                dataset.spec(),
                dataset.seed(),
                dataset.fingerprint(),
                dataset.rows(),
                dataset.loadSeconds(),
                dataset.users().stream().filter(u -> SIZES.contains(u.size())).toList()),
            fixture.implementations(),
            new Recording(false, setup, forks(), processes(), baseline, Map.of()),
            fixture.conformance(),
            fixture.schema(),
            fixture.load(),
            fixture.plans(),
            fixture.plantedFaults()));
  }

  private List<RecordedFork> forks() {
    Random random = new Random(seed);
    List<RecordedFork> forks = new ArrayList<>();
    draw(RecordedFork.FIRST_DRAW, slowdown, random, forks);
    if (secondSlowdown > 0) {
      draw(RecordedFork.SECOND_DRAW, secondSlowdown, random, forks);
    }
    return forks;
  }

  private void draw(int draw, double factor, Random random, List<RecordedFork> forks) {
    Random turns = new Random(1_000L * seed + draw);
    for (int round = 1; round <= ROUNDS; round++) {
      for (int size : SIZES) {
        double before = 600.0 * size * machine;
        double after = 400.0 * size * machine * factor * (size == 1_000_000 ? 0.3 : 1);
        for (String name : names) {
          double nanos = name.equals("before") ? before : after;
          forks.add(fork(Arm.first(name), size, draw, round, nanos, random));
          forks.add(fork(Arm.turn(name), size, draw, round, nanos, turns));
        }
        forks.add(fork(Arm.turnAgain("after"), size, draw, round, after, random));
      }
    }
  }

  private RecordedFork fork(Arm arm, int size, int draw, int round, double nanos, Random random) {
    double level = nanos * Math.exp(spread * random.nextGaussian());
    long[] calls =
        LongStream.range(0, CALLS)
            .map(i -> Math.round(level * Math.exp(0.05 * random.nextGaussian())))
            .toArray();
    return RecordedFork.of(
        new ForkResult(
            new Cell(arm, size),
            round,
            calls,
            null,
            arm.label().equals(Arm.FIRST) ? QUIET : null,
            false),
        draw);
  }

  private List<RecordedProcesses> processes() {
    List<RecordedProcesses> processes = new ArrayList<>();
    for (int size : SIZES) {
      for (String name : names) {
        boolean first = name.equals("before");
        long rows = first ? size : 2 + extraRows;
        long peak = (50L << 20) + (first ? 600L * size : size == 1_000_000 ? growth : 0);
        processes.add(
            new RecordedProcesses(
                name,
                size,
                new ProcessPlan(1, 4, 4, List.of("-Xmx3g")),
                List.of(reading(peak, rows)),
                false,
                null));
      }
    }
    return processes;
  }

  private static ProcessReading reading(long peak, long rows) {
    return new ProcessReading(
        "high-water mark",
        48L << 20,
        peak,
        2L << 20,
        3L << 20,
        4 * rows,
        4 * (200 + 60 * rows),
        2_000,
        20,
        4,
        4_000,
        8_000_000,
        9_000_000L,
        0);
  }
}
