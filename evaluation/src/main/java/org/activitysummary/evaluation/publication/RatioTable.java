package org.activitysummary.evaluation.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** The subject's medians as multiples of all others', by size. */
final class RatioTable {

  private RatioTable() {}

  /** Returns the table; its columns are the references in the order of the report. */
  static String of(Report report) {
    List<String> subjects =
        report.implementations().stream()
            .filter(i -> i.kind().equals(Kind.SUBJECT.label()))
            .map(Report.ImplementationBlock::name)
            .toList();
    List<Comparison> medians =
        report.comparisons().stream()
            .filter(c -> c.quantity().equals(Comparison.LATENCY_P50) && !c.isControl())
            .filter(c -> subjects.contains(c.subject()))
            .toList();
    List<String> references = medians.stream().map(Comparison::reference).distinct().toList();
    List<String> heads = new ArrayList<>(List.of("events"));
    references.forEach(reference -> heads.add(head(reference)));
    MarkdownTable table = new MarkdownTable(heads, 0);
    for (int size : medians.stream().map(Comparison::size).distinct().sorted().toList()) {
      List<String> cells = new ArrayList<>(List.of(NumberText.count(size)));
      references.forEach(
          reference ->
              cells.add(
                  cell(
                      medians.stream()
                          .filter(c -> c.size() == size && c.reference().equals(reference))
                          .findFirst())));
      table.row(cells);
    }
    return table.toString();
  }

  private static String head(String reference) {
    return "against `%s`".formatted(reference);
  }

  private static String cell(Optional<Comparison> comparison) {
    return comparison
        .filter(c -> c.ratio() != null)
        .map(
            c ->
                String.format(
                    Locale.ROOT, "%.2f (%s to %s)", c.ratio(), end(c.low()), end(c.high())))
        .orElse(NumberText.NONE);
  }

  private static String end(Double end) {
    return end == null ? NumberText.NONE : String.format(Locale.ROOT, "%.2f", end);
  }
}
