package org.activitysummary.evaluation.report;

import java.util.function.Function;

/** Looks into blocks of a measurement that may not have been measured. */
public final class Block {

  private Block() {}

  /**
   * Returns a part of a block.
   *
   * @param block null gives null
   * @param part may be null itself
   */
  public static <B, T> T part(B block, Function<B, T> part) {
    return block == null ? null : part.apply(block);
  }
}
