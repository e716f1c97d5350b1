package org.activitysummary.testbed.dataset;

/** Takes rows as they go over the wire: blocks of {@code COPY ... FROM STDIN} text. */
@FunctionalInterface
public interface CopyTextSink {

  /**
   * Takes the next block, which holds whole rows.
   *
   * @param text a fresh array that the sink may keep
   * @param length bytes of {@code text} that are used
   * @param rows rows in the block, at least 1
   */
  void accept(byte[] text, int length, int rows);
}
