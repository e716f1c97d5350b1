package org.activitysummary.testbed.event;

/** What is nasty about a random list of events; each shape aims at one weakness of a rewrite. */
public enum AdverseShape {
  /** Everything at once: all types, some copies, some disagreeing, all prices. */
  MIXED(Ids.NEARBY, Types.USUAL_AND_OTHER, Prices.ANY, 0.3, 0.3),
  /** Ids more than 64 apart, so that no two share a block of 64. */
  SPARSE_IDS(Ids.SPARSE, Types.USUAL, Prices.EXACT, 0.1, 0),
  /** Ids without gaps from below zero on, so that blocks of 64 are full. */
  DENSE_IDS(Ids.DENSE, Types.USUAL, Prices.EXACT, 0.1, 0),
  /** Few events, whose many rows all say the same. */
  ALL_COPIES(Ids.DENSE, Types.USUAL, Prices.EXACT, 0.95, 0),
  /** Few events, whose rows disagree in type, in price or in both. */
  CONFLICTING_COPIES(Ids.DENSE, Types.USUAL_AND_OTHER, Prices.ANY, 0.7, 0.8),
  /** One disagreeing copy now and then among many rows that agree. */
  RARE_CONFLICT(Ids.DENSE, Types.USUAL, Prices.EXACT, 0.2, 0.02),
  /** Copies that agree in the price but not in its text, as 1.0 and 1.00. */
  EQUAL_PRICES_IN_OTHER_WORDS(Ids.DENSE, Types.PURCHASES, Prices.WORDED, 0.6, 1),
  /** Purchases with exact prices only, of up to 30 digits. */
  MANY_PURCHASES(Ids.NEARBY, Types.PURCHASES, Prices.EXACT, 0.1, 0),
  /** Purchases whose price is mostly none. */
  MALFORMED_PRICES(Ids.NEARBY, Types.PURCHASES, Prices.MALFORMED, 0.2, 0.3),
  /** Ids at both ends of bigint, around zero and around multiples of 64. */
  EXTREME_IDS(Ids.EXTREME, Types.USUAL, Prices.EXACT, 0.3, 0.1),
  /** Types that look like the three but are not. */
  STRANGE_TYPES(Ids.NEARBY, Types.STRANGE, Prices.ANY, 0.2, 0.5),
  /** Rows of other users with the same ids in between. */
  SHARED_IDS(Ids.DENSE, Types.USUAL, Prices.ANY, 0.2, 0.2);

  private final Ids ids;
  private final Types types;
  private final Prices prices;
  private final double copyShare;
  private final double rewrittenShare;

  AdverseShape(Ids ids, Types types, Prices prices, double copyShare, double rewrittenShare) {
    this.ids = ids;
    this.types = types;
    this.prices = prices;
    this.copyShare = copyShare;
    this.rewrittenShare = rewrittenShare;
  }

  Ids ids() {
    return ids;
  }

  Types types() {
    return types;
  }

  Prices prices() {
    return prices;
  }

  /** Returns the share of rows that repeat an id. */
  double copyShare() {
    return copyShare;
  }

  /** Returns the share of copies whose type and metadata are drawn anew. */
  double rewrittenShare() {
    return rewrittenShare;
  }
}
