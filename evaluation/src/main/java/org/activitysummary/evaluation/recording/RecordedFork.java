package org.activitysummary.evaluation.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.noise.Noise;
import org.activitysummary.evaluation.statistics.DurationCodec;

/**
 * Every timed call of one implementation in one fork.
 *
 * @param implementation name of what ran
 * @param arm {@code first}: alone in its fork; {@code turn}: in turns with the others of that fork,
 *     {@code turn again}: the same under a second name; {@code again}: alone under a second name,
 *     in reports of older programs
 * @param size rows of the seeded user
 * @param draw 1; 2 where a first draw was to be confirmed
 * @param round counted from 1; of turns, the number of the fork among those of the size
 * @param calls timed, warm-up excluded
 * @param nanos their durations in nanoseconds in the order they were made, see {@link
 *     DurationCodec}
 * @param noise what else the machine did meanwhile; null in turns, where it disturbs all alike
 * @param repeated whether a noisier first attempt of the fork was put aside
 */
public record RecordedFork(
    String implementation,
    String arm,
    int size,
    int draw,
    int round,
    int calls,
    String nanos,
    @JsonInclude(JsonInclude.Include.NON_NULL) Noise noise,
    boolean repeated) {

  /** The draw that figures are made from. */
  public static final int FIRST_DRAW = 1;

  /** The draw that confirms or refutes a regression seen in the first. */
  public static final int SECOND_DRAW = 2;

  /** Returns what is kept of a fork. */
  public static RecordedFork of(ForkResult fork, int draw) {
    return new RecordedFork(
        fork.cell().arm().implementation(),
        fork.cell().arm().label(),
        fork.cell().size(),
        draw,
        fork.round(),
        fork.nanos().length,
        DurationCodec.encode(fork.nanos()),
        fork.noise(),
        fork.repeated());
  }

  /**
   * Returns the fork, without what JMH said of it.
   *
   * @throws IllegalArgumentException if the durations cannot be read, or are not as many as said
   */
  ForkResult result() {
    Cell cell = new Cell(new Arm(implementation, arm), size);
    long[] decoded = DurationCodec.decode(nanos);
    if (decoded.length != calls || calls == 0) {
      throw new IllegalArgumentException(
          "expected %d durations, at least one, found %d".formatted(calls, decoded.length));
    }
    return new ForkResult(cell, round, decoded, null, noise, repeated);
  }
}
