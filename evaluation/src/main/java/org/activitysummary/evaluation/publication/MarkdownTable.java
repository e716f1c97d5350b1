package org.activitysummary.evaluation.publication;

import java.util.List;

/** A table in Markdown, its first columns words and the others numbers. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a table.
   *
   * @param heads of all columns
   * @param words how many columns from the left are aligned to the left
   */
  MarkdownTable(List<String> heads, int words) {
    row(heads);
    text.append('|');
    for (int column = 0; column < heads.size(); column++) {
      text.append(column < words ? "---|" : "---:|");
    }
    text.append('\n');
  }

  void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
