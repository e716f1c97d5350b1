package org.activitysummary.evaluation.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.activitysummary.benchmarks.FreshnessQuestion;
import org.activitysummary.benchmarks.SampleFile;
import org.activitysummary.benchmarks.SeededUserState;
import org.activitysummary.benchmarks.TurnFile;
import org.activitysummary.benchmarks.TurnsBenchmark;
import org.activitysummary.benchmarks.TurnsState;
import org.activitysummary.benchmarks.UserActivityBenchmark;
import org.activitysummary.benchmarks.plan.PlanFile;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.evidence.ForkPlans;
import org.activitysummary.evaluation.noise.Noise;
import org.activitysummary.evaluation.noise.NoiseMeter;
import org.activitysummary.evaluation.process.ErrorOutput;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs one fork, of one implementation alone or of several in turns.
 *
 * <p>JMH would run all forks of a cell in a row, so that drift of the machine would hit one
 * implementation more than another; one fork at a time leaves the order to the caller.
 */
final class JmhFork {

  /**
   * JMH's lock guards against two runs at once; evaluations have servers and rounds of their own.
   */
  private static final String IGNORE_LOCK = "jmh.ignoreLock";

  /** For starting the fork, and for the last call of the warm-up and of the measurement. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path target;
  private final Path directory;
  private final OptionalLong serverProcess;

  /**
   * Prepares to run forks.
   *
   * @param target file with the reader's connection and the expected answers
   * @param directory for files that live as long as a fork
   * @param serverProcess the server on this machine, whose work is no noise; empty if hidden
   */
  JmhFork(Path target, Path directory, OptionalLong serverProcess) {
    this.target = target;
    this.directory = directory;
    this.serverProcess = serverProcess;
    System.setProperty(IGNORE_LOCK, "true");
  }

  /**
   * Returns the calls of one fork.
   *
   * @throws BenchmarkFailure if the fork dies, hangs, or the implementation throws or answers
   *     wrongly
   */
  ForkResult run(Cell cell, int round, ForkPlan plan) {
    return run(cell, round, plan, Optional.empty());
  }

  /**
   * Returns the calls of one fork, and what it answered while an event came and went.
   *
   * @throws BenchmarkFailure as above
   */
  ForkResult run(Cell cell, int round, ForkPlan plan, EventsSchema schema) {
    try (FreshnessProbe probe = FreshnessProbe.open(schema, Target.read(target))) {
      return run(cell, round, plan, Optional.of(probe));
    }
  }

  private ForkResult run(Cell cell, int round, ForkPlan plan, Optional<FreshnessProbe> probe) {
    delete(samples(), plans());
    List<String> flags = flags();
    flags.add("-D" + PlanFile.PROPERTY + "=" + plans());
    probe.ifPresent(p -> flags.add("-D" + FreshnessQuestion.PROPERTY + "=" + p.port()));
    NoiseMeter noise = NoiseMeter.start(serverProcess);
    RunResult result =
        fork(
            options(UserActivityBenchmark.class, cell.size(), plan, flags)
                .param("implementation", cell.arm().implementation()),
            plan,
            cell,
            () -> cell.arm().implementation());
    Noise during = noise.stop();
    SampleFile.Samples timed = SampleFile.read(samples());
    return new ForkResult(
        cell,
        round,
        timed.nanos(),
        result,
        during.withCollectorMillis(timed.collectorMillis()),
        false,
        probe.map(FreshnessProbe::answers).orElse(Tally.NONE),
        ForkPlans.of(PlanFile.read(plans())));
  }

  /**
   * Returns the calls of one fork with turns, a result for each arm in the order of the first
   * turns.
   *
   * @throws BenchmarkFailure as above; it blames whose turn it was
   */
  List<ForkResult> run(Turns turns, ForkPlan plan) {
    Path turn = directory.resolve("turn.bin");
    delete(turn);
    List<Arm> arms = turns.arms();
    List<Path> samples =
        IntStream.range(0, arms.size()).mapToObj(i -> SampleFile.ofTurn(samples(), i)).toList();
    delete(samples.toArray(Path[]::new));
    List<String> flags = flags();
    flags.add("-D" + TurnFile.PROPERTY + "=" + turn);
    String names =
        arms.stream().map(Arm::implementation).collect(Collectors.joining(TurnsState.SEPARATOR));
    fork(
        options(TurnsBenchmark.class, turns.size(), plan, flags).param("implementations", names),
        plan,
        turns,
        () -> arms.get(TurnFile.read(turn).orElse(0)).implementation());
    return IntStream.range(0, arms.size())
        .mapToObj(
            i ->
                new ForkResult(
                    new Cell(arms.get(i), turns.size()),
                    turns.number(),
                    SampleFile.read(samples.get(i)).nanos(),
                    null,
                    null,
                    false))
        .toList();
  }

  private RunResult fork(
      ChainedOptionsBuilder options, ForkPlan plan, Step step, Supplier<String> toBlame) {
    Duration limit = plan.warmup().plus(plan.measuring()).plus(PATIENCE);
    ForkLimit clock = ForkLimit.start(limit);
    try (clock) {
      return new Runner(options.build()).run().iterator().next();
    } catch (RunnerException e) {
      String why =
          clock.exceeded()
              ? "it did not end within %d s and was ended".formatted(limit.toSeconds())
              : ErrorOutput.summaryOf(log());
      String blamed = toBlame.get();
      throw new BenchmarkFailure(
          blamed, "the benchmark of %s failed: %s".formatted(step.partOf(blamed), why), e);
    }
  }

  private void delete(Path... files) {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot replace files in " + directory, e);
    }
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(BenchmarkFlags.ofThisJvm());
    flags.add("-D" + SeededUserState.TARGET_PROPERTY + "=" + target);
    flags.add("-D" + SampleFile.PROPERTY + "=" + samples());
    return flags;
  }

  private Path samples() {
    return directory.resolve("samples.bin");
  }

  private Path log() {
    return directory.resolve("jmh.log");
  }

  private Path plans() {
    return directory.resolve("plans.properties");
  }

  private ChainedOptionsBuilder options(
      Class<?> benchmark, int size, ForkPlan plan, List<String> flags) {
    return new OptionsBuilder()
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
        .param("size", Integer.toString(size))
        .forks(1)
        .jvmArgs(flags.toArray(String[]::new))
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(plan.warmup().toMillis()))
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(plan.measuring().toMillis()))
        .shouldFailOnError(true)
        .output(log().toString());
  }
}
