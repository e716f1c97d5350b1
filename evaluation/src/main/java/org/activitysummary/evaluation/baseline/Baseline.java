package org.activitysummary.evaluation.baseline;

import java.util.List;

/**
 * {@code baseline.json}: what later runs are held against.
 *
 * @param schemaVersion of this structure
 * @param run id of the run it was taken from
 * @param commit that was measured; null if unknown
 * @param fingerprint where and on what
 * @param quantities of that run
 * @param undecided checks that it could not decide
 * @param accepted regressions that are allowed for a time
 */
public record Baseline(
    int schemaVersion,
    String run,
    String commit,
    Fingerprint fingerprint,
    List<Quantity> quantities,
    List<UndecidedCheck> undecided,
    List<AcceptedRegression> accepted) {

  /** The version that this program writes; before it, ratios were not measured in turns. */
  public static final int SCHEMA_VERSION = 2;

  /** Keeps copies. */
  public Baseline {
    quantities = List.copyOf(quantities);
    undecided = undecided == null ? List.of() : List.copyOf(undecided);
    accepted = accepted == null ? List.of() : List.copyOf(accepted);
  }

  /** Returns the same about an implementation that goes by another name. */
  public Baseline renamed(String from, String to) {
    return new Baseline(
        schemaVersion,
        run,
        commit,
        fingerprint,
        quantities.stream().map(q -> q.implementation().equals(from) ? q.of(to) : q).toList(),
        undecided.stream()
            .map(u -> u.implementation().equals(from) ? new UndecidedCheck(to, u.id()) : u)
            .toList(),
        accepted);
  }
}
