package org.activitysummary.evaluation.report;

/** Turns a finished report into the bytes of one file; knows nothing of folders. */
public interface Exporter {

  /** Returns the name of the file in the folder of the run. */
  String fileName();

  /**
   * Returns the whole file; the same bytes for the same report in every locale and time zone.
   *
   * @param report complete and judged
   */
  byte[] export(Report report);
}
