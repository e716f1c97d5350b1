package org.activitysummary.evaluation.check;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.measurement.Measurement;

/**
 * Memory above idle may not grow with the number of events: constant or logarithmic, which over
 * four powers of ten is at most 8 MB.
 */
record ScalabilityCheck() implements Check {

  private static final double LIMIT_BYTES = 8L << 20;
  private static final double MEGABYTE = 1 << 20;
  private static final int FEWEST_SIZES = 2;

  @Override
  public String id() {
    return "scalability";
  }

  @Override
  public String requirement() {
    return "R3";
  }

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    List<Measurement> measured =
        evidence.of(implementation).stream().filter(m -> m.memory().deltaRss() != null).toList();
    if (measured.size() < FEWEST_SIZES || measured.size() < evidence.sizes().size()) {
      return Finding.inconclusive("Growth needs the memory at every size and at least two sizes.");
    }
    double smallest = measured.get(0).memory().deltaRss();
    double most = measured.stream().mapToDouble(m -> m.memory().deltaRss()).max().orElseThrow();
    double growth = most - smallest;
    return Finding.counted(
        growth <= LIMIT_BYTES,
        growth,
        LIMIT_BYTES,
        "bytes",
        String.format(
            Locale.ROOT,
            "From %,d to %,d events the peak above idle grows by %.1f MB (limit %.0f MB).",
            measured.get(0).size(),
            evidence.largest(),
            growth / MEGABYTE,
            LIMIT_BYTES / MEGABYTE),
        measured.stream().map(ScalabilityCheck::detail).toList());
  }

  private static String detail(Measurement m) {
    return String.format(
        Locale.ROOT, "%,d events: %.1f MB above idle", m.size(), m.memory().deltaRss() / MEGABYTE);
  }
}
