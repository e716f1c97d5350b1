package org.activitysummary.testbed.event;

/** What is nasty about a random list of events; each shape aims at one weakness of a rewrite. */
public enum AdverseShape {
  /** Everything at once: all types, some copies, some disagreeing, all prices. */
  MIXED,
  /** Ids more than 64 apart, so that no two share a block of 64. */
  SPARSE_IDS,
  /** Ids without gaps from just below zero on, so that blocks of 64 are full. */
  DENSE_IDS,
  /** Every row but the first repeats an id, saying the same. */
  ALL_COPIES,
  /** Few ids, whose rows disagree in type, in price or in both. */
  CONFLICTING_COPIES,
  /** Copies that agree in type and price but not in the number's text, as 1.0 and 1.00. */
  EQUAL_PRICES_IN_OTHER_WORDS,
  /** Purchases with exact prices only, of up to 30 digits. */
  MANY_PURCHASES,
  /** Purchases whose price is mostly none. */
  MALFORMED_PRICES,
  /** Ids at both ends of bigint, around zero and around multiples of 64. */
  EXTREME_IDS,
  /** Types that look like the three but are not. */
  STRANGE_TYPES,
  /** Rows of other users with the same ids in between. */
  SHARED_IDS
}
