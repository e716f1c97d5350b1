package org.activitysummary.evaluation.adverse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.adverse.AdverseFinding.Answers;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.report.NumberText;

/** What adverse datasets showed, as Markdown. */
public final class AdverseTables {

  private AdverseTables() {}

  /**
   * Returns the table.
   *
   * @param findings of the same implementations, at least one
   */
  public static String of(List<AdverseFinding> findings) {
    AdverseFinding first = findings.get(0);
    String references =
        first.comparisons().stream()
            .map(c -> " against `%s` |".formatted(c.reference()))
            .collect(Collectors.joining());
    return "| dataset | events | `%s` exact | median ms |%s\n"
            .formatted(first.answers().get(0).implementation(), references)
        + "|---|---:|---|---:|%s\n".formatted("---:|".repeat(first.comparisons().size()))
        + findings.stream().map(AdverseTables::row).collect(Collectors.joining());
  }

  private static String row(AdverseFinding finding) {
    Answers subject = finding.answers().get(0);
    return "| %s | %s | %s | %s |%s\n"
        .formatted(
            finding.description(),
            NumberText.count(finding.size()),
            subject.exact() ? "yes" : "**no**",
            NumberText.of(subject.medianMillis()),
            finding.comparisons().stream().map(AdverseTables::ratio).collect(Collectors.joining()));
  }

  private static String ratio(Comparison c) {
    return String.format(Locale.ROOT, " %.2f (%.2f to %.2f) |", c.ratio(), c.low(), c.high());
  }
}
