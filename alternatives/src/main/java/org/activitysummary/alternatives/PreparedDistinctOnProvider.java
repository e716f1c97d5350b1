package org.activitysummary.alternatives;

/** Makes the plainest exact statement known, which is what a small user should cost. */
public final class PreparedDistinctOnProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public PreparedDistinctOnProvider() {
    super(
        "prepared-distinct-on",
        "the statement of distinct-on, prepared, without settings or a transaction of its own",
        Kind.ALTERNATIVE,
        dataSource -> new PreparedService(dataSource, Script.load("distinct-on.sql")));
  }
}
