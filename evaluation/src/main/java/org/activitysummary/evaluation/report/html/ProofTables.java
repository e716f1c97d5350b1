package org.activitysummary.evaluation.report.html;

import static org.activitysummary.evaluation.report.html.HtmlTable.Column.NUMBER;
import static org.activitysummary.evaluation.report.html.HtmlTable.Column.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.evidence.PlansInRounds;
import org.activitysummary.evaluation.evidence.StatementEvidence;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;

/** What lies under the verdicts: answers, planted faults, plans. */
final class ProofTables {

  private ProofTables() {}

  /** Returns right and asked answers by implementation. */
  static String answers(Report report) {
    HtmlTable table =
        new HtmlTable("Answers before anything was timed: right of asked")
            .columns(TEXT, "Implementation", "Group")
            .columns(NUMBER, "Right of asked")
            .columns(TEXT, "First wrong answers");
    new TreeMap<>(report.conformance()).forEach((name, found) -> answers(table, name, found));
    return table.html();
  }

  private static void answers(HtmlTable table, String name, Conformance found) {
    new TreeMap<>(found.cases()).forEach((group, t) -> row(table, name, "cases: " + group, t));
    for (Map.Entry<String, Tally> random : new TreeMap<>(found.random()).entrySet()) {
      row(table, name, "random users: " + random.getKey(), random.getValue());
    }
    row(table, name, "seeded users", found.seeded());
    row(table, name, "freshness", found.freshness());
    row(table, name, "failures of the database", found.failures());
    row(table, name, "connections given back", found.connections());
  }

  private static void row(HtmlTable table, String name, String group, Tally tally) {
    if (tally != null) {
      table.row(
          name,
          group,
          String.format(Locale.ROOT, "%d of %d", tally.right(), tally.asked()),
          String.join("; ", tally.failures()));
    }
  }

  /** Returns the proof that checks can fail; empty if nothing was planted. */
  static String faults(Report report) {
    if (report.plantedFaults().isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable("Planted faults: each must be caught by the check meant for it")
            .columns(TEXT, "Fault", "Caught", "What is wrong", "Check meant for it", "Caught by");
    for (FaultFinding fault : report.plantedFaults()) {
      table.marked(
          fault.caught() ? "pass" : "fail",
          fault.fault(),
          fault.caught() ? "yes" : "NO",
          fault.description(),
          fault.owner(),
          String.join(", ", fault.caughtBy()));
    }
    return table.html();
  }

  /** Returns statements and plans; empty if none were watched. */
  static String plans(Report report) {
    if (report.plans().isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable("Statements and plans as the server ran them; times with instrumentation")
            .columns(TEXT, "Implementation")
            .columns(NUMBER, "Events")
            .columns(TEXT, "Plan")
            .columns(NUMBER, "Calls", "Execution ms", "Rows", "Blocks hit", "Blocks read")
            .columns(NUMBER, "Temporary blocks", "Workers", "Peak KB")
            .columns(TEXT, "Statement");
    for (DatabaseEvidence evidence : report.plans()) {
      plans(table, evidence);
    }
    return table.html() + changedPlans(report);
  }

  private static String changedPlans(Report report) {
    List<DatabaseEvidence> changed =
        report.plans().stream()
            .filter(p -> p.inRounds() != null && p.inRounds().changed())
            .toList();
    if (changed.isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable("Plans that changed between rounds, on the connections that were timed")
            .columns(TEXT, "Implementation")
            .columns(NUMBER, "Events")
            .columns(TEXT, "Plan", "Forks", "Statement", "EXPLAIN");
    for (DatabaseEvidence evidence : changed) {
      for (PlansInRounds.Statement statement : evidence.inRounds().statements()) {
        changedPlans(table, evidence, statement);
      }
    }
    return table.html();
  }

  private static void changedPlans(
      HtmlTable table, DatabaseEvidence evidence, PlansInRounds.Statement statement) {
    for (PlansInRounds.Plan plan : statement.plans()) {
      if (plan.plan() != null) {
        table.row(
            evidence.implementation(),
            NumberText.count(evidence.size()),
            plan.planHash(),
            String.join("; ", plan.forks()),
            statement.sql(),
            plan.plan().toPrettyString());
      }
    }
  }

  private static void plans(HtmlTable table, DatabaseEvidence evidence) {
    if (evidence.statements() == null) {
      return;
    }
    for (StatementEvidence s : evidence.statements()) {
      table.row(
          evidence.implementation(),
          NumberText.count(evidence.size()),
          s.planHash(),
          NumberText.count(s.calls().size()),
          NumberText.of(s.executionMillis()),
          NumberText.count(s.rows()),
          NumberText.count(s.sharedHitBlocks()),
          NumberText.count(s.sharedReadBlocks()),
          NumberText.count(s.tempBlocks()),
          String.format(Locale.ROOT, "%d of %d", s.workersLaunched(), s.workersPlanned()),
          NumberText.count(s.peakMemoryKilobytes()),
          s.sql());
    }
  }
}
