package org.activitysummary.evaluation.publication;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.NumberText;

/** Medians by the way to a user's rows on several servers, by size and rows a round trip. */
final class SpreadTable {

  /**
   * One way to the rows of one user, as the test of several servers writes it.
   *
   * @param rows of the user
   * @param way which servers are asked
   * @param fetchSize rows a round trip between coordinator and server
   * @param medianMillis of the calls
   * @param againstOneServer null for one server itself
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Way(int rows, String way, int fetchSize, double medianMillis, Multiple againstOneServer) {}

  /**
   * How many times as long as one server.
   *
   * @param ratio of the medians
   * @param low end of its 95 % interval
   * @param high end of its 95 % interval
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Multiple(double ratio, double low, double high) {}

  private SpreadTable() {}

  /**
   * Returns the table of a file.
   *
   * @throws EvaluationException if it holds no ways
   */
  static String read(Path file) {
    try {
      List<Way> ways = JsonFormat.list(Files.readAllBytes(file), Way.class);
      if (!ways.isEmpty()) {
        return of(ways);
      }
    } catch (IOException e) {
      throw refused(file, e.getMessage().lines().findFirst().orElse("no more is known"), e);
    }
    throw refused(file, "it holds no ways", null);
  }

  private static String of(List<Way> ways) {
    List<String> names = ways.stream().map(Way::way).distinct().toList();
    List<String> heads = new ArrayList<>(List.of("rows", "`fetch_size`"));
    heads.addAll(names);
    MarkdownTable table = new MarkdownTable(heads, 0);
    Map<List<Integer>, List<Way>> lines = new LinkedHashMap<>();
    ways.forEach(
        w ->
            lines.computeIfAbsent(List.of(w.rows(), w.fetchSize()), k -> new ArrayList<>()).add(w));
    lines.forEach(
        (key, line) -> {
          List<String> cells = new ArrayList<>(key.stream().map(NumberText::count).toList());
          names.forEach(name -> cells.add(cell(line, name)));
          table.row(cells);
        });
    return table.toString();
  }

  private static String cell(List<Way> line, String name) {
    return line.stream()
        .filter(way -> way.way().equals(name))
        .map(SpreadTable::text)
        .findFirst()
        .orElse("");
  }

  private static String text(Way way) {
    String median = NumberText.withUnit(way.medianMillis(), "ms");
    Multiple multiple = way.againstOneServer();
    return multiple == null
        ? median
        : String.format(
            Locale.ROOT,
            "%s, %.2f (%.2f to %.2f)",
            median,
            multiple.ratio(),
            multiple.low(),
            multiple.high());
  }

  private static EvaluationException refused(Path file, String found, Exception cause) {
    return new EvaluationException(
        "%s must be what SeveralServersLatencyIT wrote but: %s; name it".formatted(file, found),
        cause);
  }
}
