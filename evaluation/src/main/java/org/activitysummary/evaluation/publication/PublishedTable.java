package org.activitysummary.evaluation.publication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.activitysummary.evaluation.report.ReportReader;

/** A table that a document can ask for by its name. */
enum PublishedTable {
  /** What one call of each subject needs, by size, and where it was measured. */
  RESULT((file, link) -> ResultTable.of(ReportReader.read(file), link)),

  /** The rewrite's medians as multiples of all others', by size. */
  RATIOS((file, link) -> RatioTable.of(ReportReader.read(file))),

  /** The same for data that does not suit the subject, by dataset. */
  ADVERSE((file, link) -> AdverseTable.read(file)),

  /** What a call needs whose rows lie on several servers, by the way to them. */
  SPREAD((file, link) -> SpreadTable.read(file));

  private final BiFunction<Path, String, String> text;

  PublishedTable(BiFunction<Path, String, String> text) {
    this.text = text;
  }

  /** Returns the table of a name in lower case; empty if there is none. */
  static Optional<PublishedTable> named(String name) {
    return Arrays.stream(values()).filter(table -> table.label().equals(name)).findFirst();
  }

  /** Returns its name in documents. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the table as Markdown, ending with a line break.
   *
   * @param file that it is taken from
   * @param link to that file from the document
   */
  String of(Path file, String link) {
    return text.apply(file, link);
  }
}
