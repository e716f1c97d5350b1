package org.activitysummary.alternatives;

/** Makes the rewrite with {@code DISTINCT ON} known. */
public final class DistinctOnProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public DistinctOnProvider() {
    super(
        "distinct-on",
        "aggregates over SELECT DISTINCT ON (id) in storage order",
        Kind.ALTERNATIVE,
        dataSource -> OneStatementService.of(dataSource, "distinct-on.sql"));
  }
}
