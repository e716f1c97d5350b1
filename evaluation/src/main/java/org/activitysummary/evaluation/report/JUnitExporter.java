package org.activitysummary.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.activitysummary.evaluation.baseline.Outcome;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.planted.FaultFinding;

/**
 * {@code junit.xml}: a suite for each implementation and a test case for each check, as CI servers
 * show them.
 *
 * <p>Red in CI is what the gate calls red. {@code FAIL} is a failure. {@code INCONCLUSIVE} is
 * skipped with its sentence as the message, since the gate only warns of it; where the gate failed
 * for nothing but undecided checks, as {@code --strict} asks, it is an error. {@code EXPECTED_FAIL}
 * and {@code UNEXPECTED_PASS} pass and say so in their output. A last suite holds the planted
 * faults; one that was not caught is a failure. A suite before it holds what was held against the
 * baseline; what got worse is a failure.
 */
public final class JUnitExporter implements Exporter {

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public byte[] export(Report report) {
    JUnitWriter xml = new JUnitWriter();
    suites(xml, report);
    return xml.document().getBytes(StandardCharsets.UTF_8);
  }

  private static void suites(JUnitWriter xml, Report report) {
    boolean undecidedFails = undecidedFails(report);
    xml.start("testsuites");
    xml.attribute("name", "activity-summary");
    long undecided = count(report.checks(), Verdict.INCONCLUSIVE) + undecided(report);
    counts(
        xml,
        report.checks().size() + report.plantedFaults().size() + report.regressions().size(),
        count(report.checks(), Verdict.FAIL) + uncaught(report) + worse(report),
        undecidedFails ? undecided : 0,
        undecidedFails ? 0 : undecided);
    List<String> names =
        report.checks().stream().map(CheckResult::implementation).distinct().toList();
    for (String name : names) {
      suite(xml, report, name, undecidedFails);
    }
    regressions(xml, report, undecidedFails);
    faults(xml, report);
    xml.end();
  }

  private static long worse(Report report) {
    return report.regressions().stream().filter(r -> r.outcome().fails()).count();
  }

  private static long undecided(Report report) {
    return report.regressions().stream().filter(r -> r.outcome() == Outcome.UNDECIDED).count();
  }

  private static void regressions(JUnitWriter xml, Report report, boolean undecidedFails) {
    if (report.regressions().isEmpty()) {
      return;
    }
    xml.start("testsuite");
    xml.attribute("name", "since the baseline");
    counts(
        xml,
        report.regressions().size(),
        worse(report),
        undecidedFails ? undecided(report) : 0,
        undecidedFails ? 0 : undecided(report));
    timestamp(xml, report);
    for (RegressionFinding regression : report.regressions()) {
      regression(xml, regression, undecidedFails);
    }
    xml.end();
  }

  private static void regression(
      JUnitWriter xml, RegressionFinding regression, boolean undecidedFails) {
    xml.start("testcase");
    xml.attribute("classname", "activity-summary.baseline." + regression.implementation());
    xml.attribute(
        "name",
        regression.size() == null
            ? regression.quantity()
            : "%s at %s events"
                .formatted(regression.quantity(), NumberText.count(regression.size())));
    if (regression.outcome().fails()) {
      xml.start("failure");
    } else if (regression.outcome() == Outcome.UNDECIDED) {
      xml.start(undecidedFails ? "error" : "skipped");
    } else {
      xml.start("system-out");
    }
    if (regression.outcome().fails() || regression.outcome() == Outcome.UNDECIDED) {
      xml.attribute("message", regression.sentence());
    }
    xml.end("%s: %s".formatted(regression.outcome(), regression.sentence()));
    xml.end();
  }

  private static long uncaught(Report report) {
    return report.plantedFaults().stream().filter(fault -> !fault.caught()).count();
  }

  private static void faults(JUnitWriter xml, Report report) {
    if (report.plantedFaults().isEmpty()) {
      return;
    }
    xml.start("testsuite");
    xml.attribute("name", "planted faults");
    counts(xml, report.plantedFaults().size(), uncaught(report), 0, 0);
    timestamp(xml, report);
    for (FaultFinding fault : report.plantedFaults()) {
      fault(xml, fault);
    }
    xml.end();
  }

  private static void fault(JUnitWriter xml, FaultFinding fault) {
    xml.start("testcase");
    xml.attribute("classname", "activity-summary.planted-faults");
    xml.attribute("name", "%s is caught by %s".formatted(fault.fault(), fault.owner()));
    String sentence = fault.description() + "; caught by " + String.join(", ", fault.caughtBy());
    xml.start(fault.caught() ? "system-out" : "failure");
    if (!fault.caught()) {
      xml.attribute("message", fault.owner() + " did not catch it");
      xml.attribute("type", "FAIL");
    }
    xml.end(sentence);
    xml.end();
  }

  private static boolean undecidedFails(Report report) {
    return report.gate().verdict() == GateVerdict.FAIL
        && count(report.checks(), Verdict.FAIL) == 0
        && uncaught(report) == 0
        && worse(report) == 0;
  }

  private static void suite(
      JUnitWriter xml, Report report, String implementation, boolean undecidedFails) {
    List<CheckResult> checks =
        report.checks().stream().filter(c -> c.implementation().equals(implementation)).toList();
    xml.start("testsuite");
    xml.attribute("name", implementation);
    long undecided = count(checks, Verdict.INCONCLUSIVE);
    counts(
        xml,
        checks.size(),
        count(checks, Verdict.FAIL),
        undecidedFails ? undecided : 0,
        undecidedFails ? 0 : undecided);
    timestamp(xml, report);
    for (CheckResult check : checks) {
      testCase(xml, check, undecidedFails);
    }
    xml.end();
  }

  /** The format's dates have no zone; all of ours are in UTC. */
  private static void timestamp(JUnitWriter xml, Report report) {
    xml.attribute("timestamp", report.run().startedAt().replaceFirst("(\\.\\d+)?Z$", ""));
  }

  private static void counts(JUnitWriter xml, int tests, long failures, long errors, long skipped) {
    xml.attribute("tests", Integer.toString(tests));
    xml.attribute("failures", Long.toString(failures));
    xml.attribute("errors", Long.toString(errors));
    xml.attribute("skipped", Long.toString(skipped));
  }

  private static long count(List<CheckResult> checks, Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  private static void testCase(JUnitWriter xml, CheckResult check, boolean undecidedFails) {
    xml.start("testcase");
    xml.attribute("classname", "activity-summary." + check.implementation());
    xml.attribute("name", "%s (%s)".formatted(check.id(), check.requirement()));
    switch (check.verdict()) {
      case FAIL -> outcome(xml, "failure", check);
      case INCONCLUSIVE -> outcome(xml, undecidedFails ? "error" : "skipped", check);
      default -> output(xml, check);
    }
    xml.end();
  }

  private static void outcome(JUnitWriter xml, String element, CheckResult check) {
    xml.start(element);
    xml.attribute("message", check.sentence());
    if (!element.equals("skipped")) {
      xml.attribute("type", check.verdict().name());
    }
    xml.end(String.join("\n", check.evidence()));
  }

  private static void output(JUnitWriter xml, CheckResult check) {
    String expectation =
        check.expectation() == null ? "" : "\nexpected because " + check.expectation();
    xml.start("system-out");
    xml.end(
        "%s: %s%s\n%s"
            .formatted(
                check.verdict(),
                check.sentence(),
                expectation,
                String.join("\n", check.evidence())));
  }
}
