package org.activitysummary.testbed.oracle;

import java.math.BigDecimal;

/** What one purchase is worth. */
final class Price {

  private Price() {}

  /**
   * Returns the price in a row's metadata.
   *
   * @param metadata JSON text, or null for SQL NULL
   * @return the number, or 0 when there is none that the contract accepts
   */
  static BigDecimal of(String metadata) {
    if (metadata == null) {
      return BigDecimal.ZERO;
    }
    JsonMember price = new JsonReader(metadata).member("price");
    return switch (price.kind()) {
      case NUMBER -> new BigDecimal(price.text());
      case STRING -> isPlainDecimal(price.text()) ? new BigDecimal(price.text()) : BigDecimal.ZERO;
      case ABSENT, OTHER -> BigDecimal.ZERO;
    };
  }

  /** Says whether the text is {@code -?[0-9]+(\.[0-9]+)?}, with the digits of ASCII only. */
  private static boolean isPlainDecimal(String text) {
    String unsigned = text.startsWith("-") ? text.substring(1) : text;
    int point = unsigned.indexOf('.');
    return point < 0
        ? isDigits(unsigned)
        : isDigits(unsigned.substring(0, point)) && isDigits(unsigned.substring(point + 1));
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
