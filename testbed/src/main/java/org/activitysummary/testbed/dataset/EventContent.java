package org.activitysummary.testbed.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.stream.Stream;

/**
 * What an event says, worked out from the seed and the event's number alone, so that a copy need
 * not remember it. One instance is moved from event to event: no object per row.
 */
final class EventContent {

  static final int CLICK = 0;
  static final int VIEW = 1;
  static final int PURCHASE = 2;
  static final int OTHER = 3;

  private static final int PRICE_NUMBER = 0;
  private static final int PRICE_STRING = 1;
  private static final int PRICE_MISSING = 2;
  private static final int PRICE_MALFORMED = 3;

  private static final int MAX_CENTS = 50_000;
  private static final int PAGES = 1_000;

  private static final byte[][] TYPES = ascii("click", "view", "purchase");
  private static final byte[][] OTHER_TYPES = ascii("scroll", "refund", "login", "Click");
  private static final byte[][] REFERRERS = ascii("mail", "search", "direct", "social", "ad");

  /** Each counts as 0: JSON values that are no number, and strings that are no plain decimal. */
  private static final byte[][] MALFORMED_PRICES =
      ascii(
          "null",
          "true",
          "{}",
          "[12.34]",
          "\"NaN\"",
          "\"Infinity\"",
          "\"1_000\"",
          "\"0x1F\"",
          "\" 12\"",
          "\"\"",
          "\"1e3\"",
          "\"12,50\"");

  private static final byte[] PAGE = ascii("{\"page\": \"/p/")[0];
  private static final byte[] REFERRER = ascii("\", \"ref\": \"")[0];
  private static final byte[] STRING_END = ascii("\"}")[0];
  private static final byte[] PRICE = ascii("{\"price\": ")[0];
  private static final byte[] AND_CURRENCY = ascii(", \"currency\": \"EUR\"}")[0];
  private static final byte[] ONLY_CURRENCY = ascii("{\"currency\": \"EUR\"}")[0];

  private final long seed;
  private final long belowClick;
  private final long belowView;
  private final long belowPurchase;
  private final long belowString;
  private final long belowMissing;
  private final long belowMalformed;

  private int type;
  private int priceKind;
  private int cents;
  private long detail;

  EventContent(DatasetSpec spec) {
    seed = SplitMix64.mix(spec.seed());
    belowClick = threshold(spec.types().click());
    belowView = belowClick + threshold(spec.types().view());
    // Without other types nothing may be left over for them by rounding.
    belowPurchase =
        spec.types().other() == 0 ? 1L << 32 : belowView + threshold(spec.types().purchase());
    belowString = threshold(spec.prices().string());
    belowMissing = belowString + threshold(spec.prices().missing());
    belowMalformed = belowMissing + threshold(spec.prices().malformed());
  }

  /** Moves to an event, as it was first stored. */
  void moveTo(int event) {
    long bits = SplitMix64.at(seed, event);
    long draw = bits >>> 32;
    type = draw < belowClick ? CLICK : draw < belowView ? VIEW : other(draw);
    detail = SplitMix64.mix(bits);
    if (type == PURCHASE) {
      long priceDraw = detail >>> 32;
      priceKind = priceDraw < belowMalformed ? unusual(priceDraw) : PRICE_NUMBER;
      cents = 1 + (int) (((detail & 0xFFFF_FFFFL) * MAX_CENTS) >>> 32);
    }
  }

  /** Changes what the event says, as a copy that disagrees with its original. */
  void disagree(boolean inPrice) {
    if (type != PURCHASE || !inPrice) {
      type = type == CLICK ? VIEW : type == VIEW ? PURCHASE : CLICK;
    }
    priceKind = PRICE_NUMBER;
    cents = cents % MAX_CENTS + 1;
  }

  int type() {
    return type;
  }

  /** Returns what a purchase adds to the total value, in cents. */
  long countedCents() {
    return priceKind == PRICE_NUMBER || priceKind == PRICE_STRING ? cents : 0;
  }

  void writeType(RowBuffer row) {
    row.put(type == OTHER ? pick(OTHER_TYPES) : TYPES[type]);
  }

  void writeMetadata(RowBuffer row) {
    if (type == PURCHASE) {
      writePurchase(row);
    } else {
      row.put(PAGE);
      row.putNumber((detail >>> 8) % PAGES);
      row.put(REFERRER);
      row.put(pick(REFERRERS));
      row.put(STRING_END);
    }
  }

  private void writePurchase(RowBuffer row) {
    if (priceKind == PRICE_MISSING) {
      row.put(ONLY_CURRENCY);
      return;
    }
    row.put(PRICE);
    switch (priceKind) {
      case PRICE_NUMBER -> row.putCents(cents);
      case PRICE_STRING -> {
        row.put('"');
        row.putCents(cents);
        row.put('"');
      }
      default -> row.put(pick(MALFORMED_PRICES));
    }
    row.put(AND_CURRENCY);
  }

  private int other(long draw) {
    return draw < belowPurchase ? PURCHASE : OTHER;
  }

  private int unusual(long draw) {
    return draw < belowString
        ? PRICE_STRING
        : draw < belowMissing ? PRICE_MISSING : PRICE_MALFORMED;
  }

  private byte[] pick(byte[][] texts) {
    return texts[(int) (((detail & 0xFFFF_FFFFL) * texts.length) >>> 32)];
  }

  private static long threshold(double share) {
    return Math.round(share * (1L << 32));
  }

  private static byte[][] ascii(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(US_ASCII)).toArray(byte[][]::new);
  }
}
