package org.activitysummary.alternatives;

/** Makes the cursor with a {@code HashSet} known. */
public final class CursorHashSetProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public CursorHashSetProvider() {
    super(
        "cursor-hashset",
        "reads every row through a cursor and keeps the ids in a HashSet",
        Kind.ALTERNATIVE,
        CursorHashSetService::new);
  }
}
