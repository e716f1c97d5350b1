package org.activitysummary.alternatives;

/** Makes paging by place in the table known. */
public final class KeysetPaginationProvider extends AlternativeProvider {

  /** Prepares nothing. */
  public KeysetPaginationProvider() {
    super(
        "keyset-pagination",
        "reads the user's rows in pages of 512 table blocks and keeps the ids in a HashSet",
        Kind.ALTERNATIVE,
        KeysetPaginationService::new);
  }
}
