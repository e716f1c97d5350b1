package org.activitysummary.evaluation.report.html;

import static org.activitysummary.evaluation.report.html.HtmlTable.Column.NUMBER;
import static org.activitysummary.evaluation.report.html.HtmlTable.Column.TEXT;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.report.CheckOrder;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** The verdicts as tables, expected failures in one of their own. */
final class CheckTables {

  private CheckTables() {}

  /** Returns the tables. */
  static String of(Report report) {
    CheckOrder order = CheckOrder.of(report);
    String decisive = decisive(order.decisive());
    return order.expectedFailures().isEmpty()
        ? decisive
        : decisive + expected(order.expectedFailures());
  }

  private static String decisive(List<CheckResult> checks) {
    HtmlTable table =
        new HtmlTable("Checks that decide")
            .columns(TEXT, "Check", "Verdict", "Implementation", "Finding")
            .columns(NUMBER, "Observed (95 % interval)", "Limit");
    for (CheckResult check : checks) {
      table.marked(
          mark(check),
          name(check),
          verdict(check),
          check.implementation(),
          check.sentence(),
          observed(check),
          NumberText.withUnit(check.limit(), check.unit()));
    }
    return table.html();
  }

  private static String expected(List<CheckResult> checks) {
    HtmlTable table =
        new HtmlTable("Expected failures: shown, but they do not fail the run")
            .columns(TEXT, "Check", "Implementation", "Finding", "Expected because")
            .columns(NUMBER, "Observed (95 % interval)", "Limit");
    for (CheckResult check : checks) {
      table.marked(
          mark(check),
          name(check),
          check.implementation(),
          check.sentence(),
          check.expectation(),
          observed(check),
          NumberText.withUnit(check.limit(), check.unit()));
    }
    return table.html();
  }

  private static String mark(CheckResult check) {
    return check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String verdict(CheckResult check) {
    return check.verdict().name().replace('_', ' ');
  }

  private static String name(CheckResult check) {
    return "%s (%s)".formatted(check.id(), check.requirement());
  }

  private static String observed(CheckResult check) {
    String observed = NumberText.heldAgainst(check.limit(), check.observed(), check.unit());
    return check.interval() == null
        ? observed
        : "%s (%s to %s)"
            .formatted(
                observed,
                NumberText.withUnit(check.interval().low(), check.unit()),
                NumberText.withUnit(check.interval().high(), check.unit()));
  }
}
