package org.activitysummary.alternatives;

/** Makes the floor known, which counts copies too. */
public final class FloorProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public FloorProvider() {
    super(
        "floor",
        "aggregates without deduplication; not exact, a yardstick for the scan alone",
        Kind.REFERENCE,
        dataSource -> OneStatementService.of(dataSource, "floor.sql"));
  }
}
