package org.activitysummary.evaluation.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      suites(xml, report);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A report that cannot be XML: " + e.getMessage(), e);
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void suites(XMLStreamWriter xml, Report report) throws XMLStreamException {
    boolean undecidedFails = undecidedFails(report);
    start(xml, 0, "testsuites");
    attribute(xml, "name", "activity-summary");
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
    end(xml, 0);
  }

  private static long worse(Report report) {
    return report.regressions().stream().filter(r -> r.outcome().fails()).count();
  }

  private static long undecided(Report report) {
    return report.regressions().stream().filter(r -> r.outcome() == Outcome.UNDECIDED).count();
  }

  private static void regressions(XMLStreamWriter xml, Report report, boolean undecidedFails)
      throws XMLStreamException {
    if (report.regressions().isEmpty()) {
      return;
    }
    start(xml, 1, "testsuite");
    attribute(xml, "name", "since the baseline");
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
    end(xml, 1);
  }

  private static void regression(
      XMLStreamWriter xml, RegressionFinding regression, boolean undecidedFails)
      throws XMLStreamException {
    start(xml, 2, "testcase");
    attribute(xml, "classname", "activity-summary.baseline." + regression.implementation());
    attribute(
        xml,
        "name",
        regression.size() == null
            ? regression.quantity()
            : "%s at %s events"
                .formatted(regression.quantity(), NumberText.count(regression.size())));
    if (regression.outcome().fails()) {
      start(xml, 3, "failure");
    } else if (regression.outcome() == Outcome.UNDECIDED) {
      start(xml, 3, undecidedFails ? "error" : "skipped");
    } else {
      start(xml, 3, "system-out");
    }
    if (regression.outcome().fails() || regression.outcome() == Outcome.UNDECIDED) {
      attribute(xml, "message", regression.sentence());
    }
    xml.writeCharacters(
        XmlText.carried("%s: %s".formatted(regression.outcome(), regression.sentence())));
    xml.writeEndElement();
    end(xml, 2);
  }

  private static long uncaught(Report report) {
    return report.plantedFaults().stream().filter(fault -> !fault.caught()).count();
  }

  private static void faults(XMLStreamWriter xml, Report report) throws XMLStreamException {
    if (report.plantedFaults().isEmpty()) {
      return;
    }
    start(xml, 1, "testsuite");
    attribute(xml, "name", "planted faults");
    counts(xml, report.plantedFaults().size(), uncaught(report), 0, 0);
    timestamp(xml, report);
    for (FaultFinding fault : report.plantedFaults()) {
      fault(xml, fault);
    }
    end(xml, 1);
  }

  private static void fault(XMLStreamWriter xml, FaultFinding fault) throws XMLStreamException {
    start(xml, 2, "testcase");
    attribute(xml, "classname", "activity-summary.planted-faults");
    attribute(xml, "name", "%s is caught by %s".formatted(fault.fault(), fault.owner()));
    String sentence = fault.description() + "; caught by " + String.join(", ", fault.caughtBy());
    start(xml, 3, fault.caught() ? "system-out" : "failure");
    if (!fault.caught()) {
      attribute(xml, "message", fault.owner() + " did not catch it");
      attribute(xml, "type", "FAIL");
    }
    xml.writeCharacters(XmlText.carried(sentence));
    xml.writeEndElement();
    end(xml, 2);
  }

  private static boolean undecidedFails(Report report) {
    return report.gate().verdict() == GateVerdict.FAIL
        && count(report.checks(), Verdict.FAIL) == 0
        && uncaught(report) == 0
        && worse(report) == 0;
  }

  private static void suite(
      XMLStreamWriter xml, Report report, String implementation, boolean undecidedFails)
      throws XMLStreamException {
    List<CheckResult> checks =
        report.checks().stream().filter(c -> c.implementation().equals(implementation)).toList();
    start(xml, 1, "testsuite");
    attribute(xml, "name", implementation);
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
    end(xml, 1);
  }

  /** The format's dates have no zone; all of ours are in UTC. */
  private static void timestamp(XMLStreamWriter xml, Report report) throws XMLStreamException {
    attribute(xml, "timestamp", report.run().startedAt().replaceFirst("(\\.\\d+)?Z$", ""));
  }

  private static void counts(
      XMLStreamWriter xml, int tests, long failures, long errors, long skipped)
      throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(tests));
    attribute(xml, "failures", Long.toString(failures));
    attribute(xml, "errors", Long.toString(errors));
    attribute(xml, "skipped", Long.toString(skipped));
  }

  private static long count(List<CheckResult> checks, Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).count();
  }

  private static void testCase(XMLStreamWriter xml, CheckResult check, boolean undecidedFails)
      throws XMLStreamException {
    start(xml, 2, "testcase");
    attribute(xml, "classname", "activity-summary." + check.implementation());
    attribute(xml, "name", "%s (%s)".formatted(check.id(), check.requirement()));
    switch (check.verdict()) {
      case FAIL -> outcome(xml, "failure", check);
      case INCONCLUSIVE -> outcome(xml, undecidedFails ? "error" : "skipped", check);
      default -> output(xml, check);
    }
    end(xml, 2);
  }

  private static void outcome(XMLStreamWriter xml, String element, CheckResult check)
      throws XMLStreamException {
    start(xml, 3, element);
    attribute(xml, "message", check.sentence());
    if (!element.equals("skipped")) {
      attribute(xml, "type", check.verdict().name());
    }
    xml.writeCharacters(XmlText.carried(String.join("\n", check.evidence())));
    xml.writeEndElement();
  }

  private static void output(XMLStreamWriter xml, CheckResult check) throws XMLStreamException {
    String expectation =
        check.expectation() == null ? "" : "\nexpected because " + check.expectation();
    start(xml, 3, "system-out");
    xml.writeCharacters(
        XmlText.carried(
            "%s: %s%s\n%s"
                .formatted(
                    check.verdict(),
                    check.sentence(),
                    expectation,
                    String.join("\n", check.evidence()))));
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(name);
  }

  private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.carried(value).replaceAll("\\s+", " "));
  }
}
