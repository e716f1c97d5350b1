package org.activitysummary.evaluation.profile;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.EvaluationException;

/**
 * How much is measured; the same quantities in every profile, with more or fewer samples.
 *
 * @param name on the command line and in the report
 * @param rounds of the latency measurement; each cell gets a fresh fork in each
 * @param turnForks forks per size in which all implementations take turns, spread over the rounds;
 *     each gives one ratio of medians
 * @param warmup of a fork before anything is recorded
 * @param samples calls per implementation and size that the plan aims for
 * @param minimumMeasuring of a fork, however fast the calls
 * @param maximumMeasuring of a fork, however slow the calls
 * @param memoryProcesses fresh JVMs per implementation and size
 * @param memoryCalls calls in each of them while its peak is watched
 * @param smallestHeap whether the smallest sufficient heap is searched for
 * @param randomUsers users with random events that parity is tested on, per shape of events
 * @param load for how long callers come, per implementation
 * @param loadCallers numbers of callers of the series after the declared load
 * @param proof against how many checks each planted fault is held
 */
public record Profile(
    String name,
    int rounds,
    int turnForks,
    Duration warmup,
    int samples,
    Duration minimumMeasuring,
    Duration maximumMeasuring,
    int memoryProcesses,
    int memoryCalls,
    boolean smallestHeap,
    int randomUsers,
    Duration load,
    List<Integer> loadCallers,
    Proof proof) {

  /** Against how many checks each planted fault is held. */
  public enum Proof {
    /** No faults are planted; for tests of the program itself. */
    NONE,
    /** The check that owns the fault, and those whose evidence is cheap. */
    OWNER,
    /** Every check. */
    ALL
  }

  /**
   * Shorter than quick: every change that is held against a baseline. What does not depend on the
   * machine, parity, and times relative to the other implementation; too few calls about the
   * largest user to show that P99 is below its limit.
   */
  public static final Profile GATE =
      new Profile(
          "gate",
          3,
          6,
          Duration.ofSeconds(1),
          100,
          Duration.ofMillis(250),
          Duration.ofMillis(1_000),
          1,
          3,
          false,
          10,
          Duration.ofSeconds(5),
          List.of(),
          Proof.OWNER);

  /** A few minutes: every push, and {@code mvn verify} by default. */
  public static final Profile QUICK =
      new Profile(
          "quick",
          4,
          6,
          Duration.ofMillis(500),
          370,
          Duration.ofMillis(300),
          Duration.ofMillis(3_000),
          1,
          3,
          false,
          20,
          Duration.ofSeconds(5),
          List.of(1, 16),
          Proof.OWNER);

  /** Thorough, {@code --dry-run} says how long: nightly, and before figures are published. */
  public static final Profile FULL =
      new Profile(
          "full",
          7,
          12,
          Duration.ofMillis(800),
          950,
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          5,
          6,
          true,
          200,
          Duration.ofSeconds(20),
          List.of(1, 2, 4, 8, 16),
          Proof.ALL);

  /** All profiles, by growing thoroughness. */
  public static final List<Profile> ALL = List.of(GATE, QUICK, FULL);

  /**
   * Returns the profile of that name.
   *
   * @throws EvaluationException if there is none; the message lists the names there are
   */
  public static Profile named(String name) {
    return ALL.stream()
        .filter(profile -> profile.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EvaluationException(
                    "Unknown profile '%s'; expected one of %s"
                        .formatted(
                            name,
                            ALL.stream().map(Profile::name).collect(Collectors.joining(", ")))));
  }
}
