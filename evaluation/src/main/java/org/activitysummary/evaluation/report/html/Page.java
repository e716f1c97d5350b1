package org.activitysummary.evaluation.report.html;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with named gaps, {@code {{name}}}, filled in one pass: what is put in is never searched
 * for gaps itself.
 *
 * @param text with its gaps
 */
record Page(String text) {

  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  /**
   * Returns the page with every gap filled.
   *
   * @param contents by name of the gap, already escaped
   * @throws IllegalArgumentException if a gap has no content
   */
  String filled(Map<String, String> contents) {
    return GAP.matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(content(contents, gap.group(1))));
  }

  private static String content(Map<String, String> contents, String name) {
    String content = contents.get(name);
    if (content == null) {
      throw new IllegalArgumentException("the page's gap {{%s}} has no content".formatted(name));
    }
    return content;
  }
}
