package org.activitysummary.evaluation.report;

import org.activitysummary.evaluation.progress.Terminal;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours words of this program, never text from outside, on a terminal that shows them.
 *
 * @param shown whether there are any colours at all
 */
public record Colours(boolean shown) {

  /** No colours. */
  public static final Colours NONE = new Colours(false);

  /** What a colour says. */
  public enum Colour {
    GOOD("fg(green)"),
    BAD("fg(red),bold"),
    DOUBT("fg(yellow)"),
    QUIET("faint"),
    STRONG("bold");

    private final String style;

    Colour(String style) {
      this.style = style;
    }
  }

  /** Returns the colours of this process' terminal. */
  public static Colours ofThisProcess() {
    return new Colours(Terminal.ofThisProcess().coloured());
  }

  /** Returns the words in a colour. */
  public String of(Colour colour, String words) {
    return shown ? Ansi.ON.string("@|%s %s|@".formatted(colour.style, words)) : words;
  }
}
