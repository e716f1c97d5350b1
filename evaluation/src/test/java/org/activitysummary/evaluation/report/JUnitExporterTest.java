package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitExporterTest {

  private static Document parsed(Report report) throws Exception {
    byte[] xml = new JUnitExporter().export(report);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static int count(Document xml, String element) {
    return xml.getElementsByTagName(element).getLength();
  }

  @Test
  void everyCheckOfEveryImplementationIsATestCase() throws Exception {
    Document xml = parsed(ReportFixture.passing());
    assertThat(count(xml, "testsuite")).isEqualTo(3);
    assertThat(count(xml, "testcase")).isEqualTo(26);
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("26");
  }

  @Test
  void expectedFailuresPassAndSaySo() throws Exception {
    Document xml = parsed(ReportFixture.passing());
    assertThat(count(xml, "failure") + count(xml, "error") + count(xml, "skipped")).isZero();
    assertThat(xml.getDocumentElement().getTextContent())
        .contains("EXPECTED_FAIL")
        .contains("expected because memory grows with the number of events");
  }

  @Test
  void failuresAreFailuresAndWhatIsUndecidedIsSkipped() throws Exception {
    Document xml = parsed(ReportFixture.withEveryVerdict());
    assertThat(count(xml, "failure")).isEqualTo(1);
    assertThat(count(xml, "skipped")).isEqualTo(1);
    assertThat(count(xml, "error")).isZero();
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getDocumentElement().getTextContent()).contains("UNEXPECTED_PASS");
  }

  @Test
  void whatIsUndecidedIsAnErrorWhereTheGateFailedForIt() throws Exception {
    Document strict = parsed(ReportFixture.undecided(true));
    assertThat(count(strict, "error")).isEqualTo(1);
    assertThat(strict.getDocumentElement().getAttribute("errors")).isEqualTo("1");
    Document lenient = parsed(ReportFixture.undecided(false));
    assertThat(count(lenient, "error")).isZero();
    assertThat(lenient.getDocumentElement().getAttribute("skipped")).isEqualTo("1");
  }

  @Test
  void whatGotWorseSinceTheBaselineIsAFailureOfItsOwnSuite() throws Exception {
    Baseline baseline = BaselineMove.from(new RecordedFixture().seeded(2).report(), true);
    Report report = new RecordedFixture().heldAgainst(baseline).withExtraRows(1).report();

    Document xml = parsed(report);

    long worse = report.regressions().stream().filter(r -> r.outcome().fails()).count();
    assertThat(worse).isPositive();
    assertThat(count(xml, "failure")).isEqualTo((int) worse);
    assertThat(count(xml, "error")).isZero();
    assertThat(((Element) xml.getElementsByTagName("failure").item(0)).getAttribute("message"))
        .contains("rows instead of");
  }

  @Test
  void textThatXmlCannotCarryIsReplaced() throws Exception {
    Document xml = parsed(ReportFixture.hostile());
    Element output = (Element) xml.getElementsByTagName("system-out").item(0);
    assertThat(output.getTextContent())
        .contains("</script><img src=x onerror=alert(1)>")
        .contains("\ufffd\ufffd \ud83d\ude00 \ufffd ]]>");
  }
}
