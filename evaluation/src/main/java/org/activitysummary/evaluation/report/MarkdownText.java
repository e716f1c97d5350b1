package org.activitysummary.evaluation.report;

/** Text from outside, made harmless in Markdown as GitHub reads it, table cells included. */
public final class MarkdownText {

  /** Longer texts belong into {@code report.html}; a comment holds 65,536 characters. */
  private static final int LONGEST = 400;

  private MarkdownText() {}

  /**
   * Returns text that shows as it is: no markup, HTML, mention, reference or link comes of it.
   *
   * @param text null gives an empty text; cut after 400 characters
   */
  public static String escaped(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    shortened(text).codePoints().forEach(c -> append(out, c));
    return out.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }

  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '@' -> out.append("&#64;");
      case '#' -> out.append("&#35;");
      case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '!' -> out.append('\\').appendCodePoint(c);
      default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
    }
  }
}
