package org.activitysummary.evaluation.mixed;

import java.util.Locale;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.mixed.CallersFinding.Served;
import org.activitysummary.evaluation.mixed.CallersFinding.Throughput;
import org.activitysummary.evaluation.report.NumberText;

/** What was found about mixed users, as Markdown. */
public final class MixedTables {

  private MixedTables() {}

  /** Returns the tables, each with the sentences it needs. */
  public static String of(MixedFindings findings) {
    return connection(findings.connection()) + callers(findings.callers());
  }

  private static String connection(SharedConnectionFinding f) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "`%s` about the user of %s events, who shares a connection by turns with users of %s events: %s"
                + " calls, %s wrong answers; %s.",
            f.implementation(),
            NumberText.count(f.size()),
            f.others().stream().map(NumberText::count).collect(Collectors.joining("; ")),
            NumberText.count(f.calls()),
            NumberText.count(f.wrong()),
            plans(f.plans())));
    text.append(line(""))
        .append(line("| the small user | calls | P50 ms | P99 ms | slowest ms |"))
        .append(line("|---|---:|---:|---:|---:|"));
    f.times().forEach(t -> text.append(row(t)));
    text.append(line("")).append(line("| ratio | P50 | P99 |")).append(line("|---|---:|---:|"));
    f.comparisons().stream()
        .map(Comparison::reference)
        .distinct()
        .forEach(
            reference ->
                text.append(
                    line(
                        "| shared by %s | %s | %s |",
                        reference,
                        ratio(f, reference, Comparison.LATENCY_P50),
                        ratio(f, reference, Comparison.LATENCY_P99))));
    return text.append(line("")).toString();
  }

  private static String plans(PlanEvidence plans) {
    return plans.reason() != null
        ? "plans were not seen: " + plans.reason()
        : "in %s explained calls %s plan changes"
            .formatted(
                NumberText.count(plans.calls()),
                plans.changes() == 0 ? "no" : NumberText.count(plans.changes()));
  }

  private static String ratio(SharedConnectionFinding f, String reference, String quantity) {
    return f.comparisons().stream()
        .filter(c -> c.reference().equals(reference) && c.quantity().equals(quantity))
        .map(c -> interval(c.ratio(), c.low(), c.high()))
        .findFirst()
        .orElse(NumberText.NONE);
  }

  private static String callers(CallersFinding f) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%s callers at once, %s rounds of %s calls each, as many about each user:",
            NumberText.count(f.callers()),
            NumberText.count(f.rounds()),
            NumberText.count(f.callsPerRound())));
    text.append(line(""))
        .append(
            line(
                "| | calls a second | errors | wrong | workers wanted | came | deadlocks | temporary MB |"))
        .append(line("|---|---:|---:|---:|---:|---:|---:|---:|"));
    f.implementations().forEach(served -> text.append(row(served)));
    text.append(line(""))
        .append(line("| calls a second | goal | found | reached? |"))
        .append(line("|---|---:|---:|---|"));
    f.throughput().forEach(t -> text.append(row(t)));
    for (Served served : f.implementations()) {
      text.append(line(""))
          .append(
              line(
                  "| `%s`, %s callers | calls | P50 ms | P99 ms | slowest ms |",
                  served.implementation(), NumberText.count(f.callers())))
          .append(line("|---|---:|---:|---:|---:|"));
      served.times().forEach(t -> text.append(row(t)));
    }
    return text.toString();
  }

  private static String row(Served s) {
    return line(
        "| `%s` | %s | %s | %s | %s | %s | %s | %s |",
        s.implementation(),
        NumberText.of(s.callsPerSecond()),
        NumberText.count(s.errors()),
        NumberText.count(s.wrong()),
        NumberText.count(s.server().workersWanted()),
        NumberText.count(s.server().workersLaunched()),
        NumberText.count(s.server().deadlocks()),
        NumberText.megabytes(s.server().tempBytes()));
  }

  private static String row(Throughput t) {
    return line(
        "| `%s` by `%s` | %s | %s | %s |",
        t.subject(),
        t.reference(),
        t.goal() == null ? NumberText.NONE : "at least " + NumberText.of(t.goal()),
        interval(t.ratio(), t.low(), t.high()),
        word(t.verdict()));
  }

  private static String word(Verdict verdict) {
    if (verdict == null) {
      return NumberText.NONE;
    }
    return switch (verdict) {
      case PASS -> "yes";
      case FAIL -> "**no**";
      default -> "undecided";
    };
  }

  private static String row(Times t) {
    return line(
        "| %s | %s | %s | %s | %s |",
        t.what(),
        NumberText.count(t.calls()),
        figure(t.p50()),
        figure(t.p99()),
        NumberText.of(t.max()));
  }

  private static String figure(Figure figure) {
    return NumberText.withInterval(figure);
  }

  private static String interval(Double ratio, Double low, Double high) {
    return ratio == null
        ? NumberText.NONE
        : low == null
            ? String.format(Locale.ROOT, "%.2f", ratio)
            : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratio, low, high);
  }

  private static String line(String format, Object... words) {
    return format.formatted(words) + "\n";
  }
}
