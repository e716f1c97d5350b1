package org.activitysummary.evaluation.report.html;

/** Text from outside, made harmless in HTML, attribute values included. */
final class HtmlText {

  private HtmlText() {}

  /**
   * Returns text that shows as it is.
   *
   * @param text null gives an empty text; control characters become spaces
   */
  static String escaped(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(replaced(c));
    }
  }

  private static int replaced(int c) {
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return loneSurrogate ? 0xFFFD : Character.isISOControl(c) ? ' ' : c;
  }
}
