package org.activitysummary.testbed.schema;

/** Hears how far a load has come; called by the loading thread every few thousand rows. */
@FunctionalInterface
public interface LoadProgress {

  /** Hears nothing. */
  LoadProgress SILENT = (rows, total) -> {};

  /**
   * Hears how far it is.
   *
   * @param rows rows handed to the server so far, rising, at last equal to {@code total}
   * @param total rows of the dataset
   */
  void advanced(long rows, long total);
}
