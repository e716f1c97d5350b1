package org.activitysummary.testbed.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Which metadata purchases carry. */
enum Prices {
  /** Numbers and plain decimals in strings, negative ones and 30 digits included. */
  EXACT {
    @Override
    String metadata(long id, Random random) {
      String price = exact(random);
      return priced(random.nextInt(4) == 0 ? '"' + price + '"' : price);
    }
  },
  /** Mostly none. */
  MALFORMED {
    @Override
    String metadata(long id, Random random) {
      if (random.nextInt(5) == 0) {
        return EXACT.metadata(id, random);
      }
      return random.nextInt(4) == 0 ? pick(PRICELESS, random) : priced(pick(NO_PRICES, random));
    }
  },
  ANY {
    @Override
    String metadata(long id, Random random) {
      return (random.nextBoolean() ? EXACT : MALFORMED).metadata(id, random);
    }
  },
  /** The same number for the same id, written in one of several ways. */
  WORDED {
    @Override
    String metadata(long id, Random random) {
      BigDecimal price = BigDecimal.valueOf(Math.floorMod(id * 31, 1_000L), 1);
      return switch (random.nextInt(5)) {
        case 0 -> priced(price.setScale(2).toPlainString());
        case 1 -> priced(price.setScale(7).toPlainString());
        case 2 -> priced(price.unscaledValue() + "e-1");
        case 3 -> priced('"' + price.toPlainString() + '"');
        default -> priced(price.toPlainString());
      };
    }
  };

  private static final int MAX_BITS = 99;
  private static final int MAX_SCALE = 30;

  private static final List<String> NO_PRICES =
      List.of(
          "null",
          "true",
          "false",
          "{}",
          "[]",
          "[5]",
          "{\"price\": 5}",
          "\"NaN\"",
          "\"Infinity\"",
          "\"-Infinity\"",
          "\"1_000\"",
          "\"0x1F\"",
          "\" 12\"",
          "\"12 \"",
          "\"12\\n\"",
          "\"\"",
          "\"1e3\"",
          "\"+5\"",
          "\".5\"",
          "\"5.\"",
          "\"1,5\"",
          "\"--1\"",
          "\"-\"",
          "\"１２\"",
          "\"١٢\"",
          "\"12abc\"");

  /** JSON texts without a price of their own, and null for SQL NULL, which List.of refuses. */
  private static final List<String> PRICELESS =
      Arrays.asList(
          null,
          "null",
          "{}",
          "[]",
          "5",
          "\"5\"",
          "true",
          "[{\"price\": 5}]",
          "{\"Price\": 5}",
          "{\"item\": {\"price\": 5}}",
          "{\"price\": 3, \"price\": null}");

  /**
   * Returns the metadata of a purchase.
   *
   * @param id the event's id
   * @return JSON text, or null for SQL NULL
   */
  abstract String metadata(long id, Random random);

  private static String exact(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt(1_000));
      case 1 -> "0";
      case 2 ->
          new BigDecimal(new BigInteger(MAX_BITS, random), random.nextInt(MAX_SCALE))
              .toPlainString();
      case 3 -> BigDecimal.valueOf(-random.nextInt(100_000), 2).toPlainString();
      default -> BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString();
    };
  }

  private static String priced(String price) {
    return "{\"price\": " + price + ", \"currency\": \"EUR\"}";
  }

  private static String pick(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
