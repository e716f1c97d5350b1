package org.activitysummary.testbed.dataset;

import java.util.List;

/**
 * The rows of a {@link DatasetSpec}, made anew in every pass and never held in memory.
 *
 * <p>Users and fingerprint are found out during a pass. The first complete one keeps them, be it
 * the loading; asked for earlier, they cost a pass of their own. Safe for use by several threads.
 */
public final class Dataset {

  private final DatasetSpec spec;
  private volatile Generation.Outcome outcome;

  private Dataset(DatasetSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the dataset of a spec; nothing is generated yet.
   *
   * @param spec decides every byte
   */
  public static Dataset of(DatasetSpec spec) {
    return new Dataset(spec);
  }

  /** Returns what the dataset was made from. */
  public DatasetSpec spec() {
    return spec;
  }

  /** Returns the number of rows of all users together, at least 1. */
  public long rows() {
    return spec.rows();
  }

  /**
   * Returns the seeded users with their expected summaries, known by construction.
   *
   * @return in the order of the sizes in the spec
   */
  public List<SeededUser> users() {
    return outcome().users();
  }

  /**
   * Returns the SHA-256 over every row in storage order.
   *
   * @return 64 hexadecimal digits; the bytes digested are those of {@link #copyText}
   */
  public String fingerprint() {
    return outcome().fingerprint();
  }

  /**
   * Hands over every row in storage order; slower than {@link #copyText}.
   *
   * @param sink takes the rows
   */
  public void forEach(EventSink sink) {
    copyText((text, length, rows) -> CopyTextRows.forEach(text, length, sink));
  }

  /**
   * Hands over every row in storage order as the text format of {@code COPY events (id, user_id,
   * type, metadata) FROM STDIN}. No value needs an escape.
   *
   * @param sink takes the blocks; what it throws ends the pass
   */
  public void copyText(CopyTextSink sink) {
    Generation.Outcome complete = new Generation(spec, sink).run();
    if (outcome == null) {
      outcome = complete;
    }
  }

  private Generation.Outcome outcome() {
    if (outcome == null) {
      copyText((text, length, rows) -> {});
    }
    return outcome;
  }
}
