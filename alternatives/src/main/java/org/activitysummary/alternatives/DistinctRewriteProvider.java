package org.activitysummary.alternatives;

/** Makes the well-known rewrite known. */
public final class DistinctRewriteProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public DistinctRewriteProvider() {
    super(
        "distinct-rewrite",
        "aggregates over SELECT DISTINCT id, type, metadata; not exact when copies disagree",
        Kind.ALTERNATIVE,
        dataSource -> OneStatementService.of(dataSource, "distinct-rewrite.sql"));
  }
}
