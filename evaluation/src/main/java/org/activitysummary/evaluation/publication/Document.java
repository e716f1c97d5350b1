package org.activitysummary.evaluation.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.EvaluationException;

/**
 * A Markdown file with tables between {@code <!-- table:begin NAME FILE -->} and {@code <!--
 * table:end -->}, taken from published files.
 *
 * @param file where it lies
 * @param text what it says
 */
public record Document(Path file, String text) {

  private static final String END = "<!-- table:end -->";

  /** Name of the table and, as in a link, the file that it is taken from; then what is there. */
  private static final Pattern TABLE =
      Pattern.compile("(<!-- table:begin (\\S+) (\\S+) -->\n)(.*?)" + END, Pattern.DOTALL);

  /**
   * Returns what a file says.
   *
   * @throws EvaluationException if it cannot be read, or has no table
   */
  public static Document read(Path file) {
    try {
      Document document = new Document(file, Files.readString(file));
      if (document.tables() == 0) {
        throw new EvaluationException(
            "%s must have tables between '<!-- table:begin NAME FILE -->' and '%s' but has none"
                .formatted(file, END));
      }
      return document;
    } catch (IOException e) {
      throw new EvaluationException(
          "%s must be a Markdown file but could not be read: %s; name another"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Returns how many tables it has. */
  public int tables() {
    return (int) TABLE.matcher(text).results().count();
  }

  /**
   * Returns the same with every table as the file that it names has it now.
   *
   * @throws EvaluationException if there is no such table, or no such file
   */
  public Document published() {
    return new Document(
        file,
        TABLE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + table(found) + END)));
  }

  private String table(MatchResult found) {
    PublishedTable table =
        PublishedTable.named(found.group(2))
            .orElseThrow(
                () ->
                    new EvaluationException(
                        "%s asks for the table '%s'; expected one of %s"
                            .formatted(
                                file,
                                found.group(2),
                                Arrays.stream(PublishedTable.values())
                                    .map(PublishedTable::label)
                                    .collect(Collectors.joining(", ")))));
    return table.of(file.resolveSibling(found.group(3)), found.group(3));
  }

  /**
   * Writes it where it was read from.
   *
   * @throws EvaluationException if it cannot be written
   */
  public void write() {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EvaluationException(
          "%s could not be written: %s; check its permissions".formatted(file, e.getMessage()), e);
    }
  }
}
