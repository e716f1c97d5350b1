package org.activitysummary.evaluation.gateproof;

import java.util.List;

/**
 * What takes the place of the implementation that the baseline is about.
 *
 * @param implementation its name
 * @param named a part of the reason that the gate must give; null if it must not be red
 */
record Candidate(String implementation, String named) {

  /** The implementation that the baseline is about. */
  static final String BASE = "after";

  /** The faults, each with what the gate must name. */
  static final List<Candidate> FAULTS =
      List.of(
          new Candidate("planted-slower-by-30-percent", "latency.p50/before"),
          new Candidate("planted-no-deduplication", "answers.wrong"),
          new Candidate("planted-growing-memory", "memory.growth"),
          new Candidate("planted-extra-row", "network.rowsPerCall"));

  /** Returns the implementation itself. */
  static Candidate unchanged() {
    return new Candidate(BASE, null);
  }
}
