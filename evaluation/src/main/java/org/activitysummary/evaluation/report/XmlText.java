package org.activitysummary.evaluation.report;

/** Text that XML 1.0 can carry; the writer escapes markup itself. */
final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /**
   * Returns the text with every character that XML 1.0 forbids (most control characters, lone
   * surrogates, U+FFFE and U+FFFF) replaced by U+FFFD.
   *
   * @param text null gives an empty text
   */
  static String carried(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> allowed(c) ? c : REPLACEMENT).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
