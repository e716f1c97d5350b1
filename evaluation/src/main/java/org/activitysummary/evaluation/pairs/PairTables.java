package org.activitysummary.evaluation.pairs;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.report.NumberText;

/** Pairs as Markdown: the ratios by size, then the goals. */
public final class PairTables {

  private PairTables() {}

  /** Returns both tables. */
  public static String of(PairFindings findings) {
    List<PairFinding> pairs = findings.pairs();
    List<String> references =
        pairs.stream().map(p -> p.comparison().reference()).distinct().toList();
    StringBuilder text = new StringBuilder();
    text.append(
        "Medians of `%s` as multiples of others', below 1 is faster, with 95 %% intervals.\n\n"
            .formatted(pairs.get(0).comparison().subject()));
    text.append(row("events", references.stream().map("against `%s`"::formatted).toList()));
    text.append(row("---:", references.stream().map(name -> "---:").toList()));
    for (int size : pairs.stream().map(p -> p.comparison().size()).distinct().toList()) {
      text.append(
          row(
              NumberText.count(size),
              references.stream().map(reference -> ratio(pairs, size, reference)).toList()));
    }
    text.append(goals(pairs));
    if (findings.pgbench() != null) {
      text.append("\n").append(findings.pgbench()).append("\n");
    }
    return text.toString();
  }

  private static String ratio(List<PairFinding> pairs, int size, String reference) {
    return pairs.stream()
        .filter(p -> p.comparison().size() == size && p.comparison().reference().equals(reference))
        .findFirst()
        .map(PairTables::ratio)
        .orElse(NumberText.NONE);
  }

  private static String goals(List<PairFinding> pairs) {
    StringBuilder text = new StringBuilder();
    text.append("\n")
        .append(row("events", List.of("against", "goal", "found", "rounds", "reached?")))
        .append(row("---:", List.of("---", "---:", "---:", "---:", "---")));
    pairs.stream()
        .filter(p -> p.goal() != null)
        .forEach(
            p ->
                text.append(
                    row(
                        NumberText.count(p.comparison().size()),
                        List.of(
                            "`%s`".formatted(p.comparison().reference()),
                            "at most %.2f".formatted(p.goal()),
                            ratio(p),
                            NumberText.count(p.comparison().rounds()),
                            word(p.verdict())))));
    return text.toString();
  }

  private static String ratio(PairFinding pair) {
    Comparison c = pair.comparison();
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", c.ratio(), c.low(), c.high());
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "yes";
      case FAIL -> "**no**";
      default -> "undecided";
    };
  }

  private static String row(String first, List<String> others) {
    return "| %s | %s |\n".formatted(first, String.join(" | ", others));
  }
}
