package org.activitysummary.evaluation.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** All verdicts on one screen: a row for each check, a column for each implementation. */
final class Overview {

  private Overview() {}

  /** Returns the table; empty if nothing was judged. */
  static String of(Report report) {
    List<String> names =
        report.checks().stream().map(CheckResult::implementation).distinct().toList();
    if (names.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <div class="scroll" role="region" tabindex="0" aria-label="Verdicts">
        <table class="overview">
        <caption><span>Verdicts; an expected failure does not fail the run</span></caption>
        <thead><tr><th scope="col">Check</th>""");
    names.forEach(
        name -> html.append("<th scope=\"col\">").append(HtmlText.escaped(name)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    report.checks().stream()
        .map(CheckResult::id)
        .distinct()
        .forEach(id -> row(html, report, id, names));
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void row(StringBuilder html, Report report, String id, List<String> names) {
    String requirement = found(report, id, null).map(CheckResult::requirement).orElse("");
    html.append("<tr><th scope=\"row\">")
        .append(HtmlText.escaped("%s (%s)".formatted(id, requirement)))
        .append("</th>");
    names.forEach(name -> html.append(cell(found(report, id, name))));
    html.append("</tr>\n");
  }

  private static Optional<CheckResult> found(Report report, String id, String name) {
    return report.checks().stream()
        .filter(c -> c.id().equals(id) && (name == null || c.implementation().equals(name)))
        .findFirst();
  }

  private static String cell(Optional<CheckResult> check) {
    if (check.isEmpty()) {
      return "<td>" + NumberText.NONE + "</td>";
    }
    String verdict = check.get().verdict().name();
    return "<td class=\"verdict-%s\">%s</td>"
        .formatted(verdict.toLowerCase(Locale.ROOT).replace('_', '-'), verdict.replace('_', ' '));
  }
}
