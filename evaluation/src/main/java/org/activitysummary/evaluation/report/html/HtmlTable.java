package org.activitysummary.evaluation.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table with a caption and header cells that say what they are the header of. */
final class HtmlTable {

  /** How a column is set. */
  enum Column {
    /** Words. */
    TEXT,
    /** Numbers, aligned at their right. */
    NUMBER
  }

  private final String caption;
  private final List<String> headers = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();

  /**
   * Begins a table.
   *
   * @param caption plain text
   */
  HtmlTable(String caption) {
    this.caption = caption;
  }

  /** Adds columns of one kind, from left to right. */
  HtmlTable columns(Column kind, String... names) {
    for (String name : names) {
      headers.add(name);
      columns.add(kind);
    }
    return this;
  }

  /**
   * Adds a row of plain texts; the first cell is the row's header.
   *
   * @throws IllegalArgumentException if there are not as many cells as columns
   */
  HtmlTable row(String... cells) {
    return marked("", cells);
  }

  /**
   * Adds a row that the style sheet can tell apart.
   *
   * @param mark a class of the style sheet
   */
  HtmlTable marked(String mark, String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a row of '%s' needs %d cells, found %d",
              caption,
              columns.size(),
              cells.length));
    }
    rows.append(mark.isEmpty() ? "<tr>" : "<tr class=\"" + HtmlText.escaped(mark) + "\">");
    for (int i = 0; i < cells.length; i++) {
      rows.append(cell(i, cells[i]));
    }
    rows.append("</tr>\n");
    return this;
  }

  private String cell(int column, String text) {
    String content = HtmlText.escaped(text);
    if (column == 0) {
      return "<th scope=\"row\">" + content + "</th>";
    }
    return columns.get(column) == Column.NUMBER
        ? "<td class=\"number\">" + content + "</td>"
        : "<td>" + content + "</td>";
  }

  /** Returns the table inside a box that scrolls where the screen is too narrow for it. */
  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(HtmlText.escaped(caption))
        .append("\">\n<table>\n<caption><span>")
        .append(HtmlText.escaped(caption))
        .append("</span></caption>\n<thead><tr>");
    for (int i = 0; i < headers.size(); i++) {
      html.append(
              columns.get(i) == Column.NUMBER
                  ? "<th scope=\"col\" class=\"number\">"
                  : "<th scope=\"col\">")
          .append(HtmlText.escaped(headers.get(i)))
          .append("</th>");
    }
    return html.append("</tr></thead>\n<tbody>\n")
        .append(rows)
        .append("</tbody>\n</table>\n</div>\n")
        .toString();
  }
}
