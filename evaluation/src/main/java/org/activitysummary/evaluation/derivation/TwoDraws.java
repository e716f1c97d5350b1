package org.activitysummary.evaluation.derivation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.recording.RecordedFork;
import org.activitysummary.evaluation.recording.Recording;

/**
 * The timed calls of both draws, and what they say of a check together.
 *
 * @param first every cell
 * @param again every cell at some sizes once more; empty if there was no second draw
 */
record TwoDraws(List<ForkResult> first, List<ForkResult> again) {

  /**
   * Returns the draws of a recording.
   *
   * @throws IllegalArgumentException if a fork cannot be read
   */
  static TwoDraws of(Recording recording) {
    return new TwoDraws(
        recording.draw(RecordedFork.FIRST_DRAW), recording.draw(RecordedFork.SECOND_DRAW));
  }

  /** Returns whether there are sizes, and each was drawn again. */
  boolean cover(List<Integer> sizes) {
    return !sizes.isEmpty() && sizesDrawnAgain().containsAll(sizes);
  }

  /** Returns the second draw, and the first where there is no other. */
  List<ForkResult> second() {
    Set<Integer> drawnAgain = sizesDrawnAgain();
    return Stream.concat(
            first.stream().filter(fork -> !drawnAgain.contains(fork.cell().size())), again.stream())
        .toList();
  }

  /** Returns all forks, in the order they ran. */
  List<ForkResult> both() {
    return Stream.concat(first.stream(), again.stream()).toList();
  }

  private Set<Integer> sizesDrawnAgain() {
    return again.stream().map(fork -> fork.cell().size()).collect(Collectors.toSet());
  }

  /**
   * Returns what becomes of a check that failed: both draws together decide, but nothing fails that
   * the second alone does not show.
   *
   * @param first its result in the first draw, which failed
   * @param second in the second draw
   * @param both with all calls
   */
  static CheckResult judge(CheckResult first, CheckResult second, CheckResult both) {
    boolean shown = second.verdict() == Verdict.FAIL || isBeyondLimitLike(first, second);
    CheckResult judged = shown ? both : second;
    String sentence =
        shown
            ? "%s Confirmed by a second draw: %s".formatted(both.sentence(), second.sentence())
            : "%s So says a second draw, which did not confirm the first: %s"
                .formatted(second.sentence(), first.sentence());
    List<String> evidence =
        Stream.concat(
                first.evidence().stream().map(line -> "first draw, " + line),
                second.evidence().stream().map(line -> "second draw, " + line))
            .toList();
    return judged.with(sentence, evidence);
  }

  /** Some limits are upper ones and some lower ones; the one that failed tells which. */
  private static boolean isBeyondLimitLike(CheckResult failed, CheckResult other) {
    return Stream.of(failed, other).allMatch(c -> c.observed() != null && c.limit() != null)
        && Math.signum(failed.observed() - failed.limit())
            == Math.signum(other.observed() - other.limit());
  }
}
