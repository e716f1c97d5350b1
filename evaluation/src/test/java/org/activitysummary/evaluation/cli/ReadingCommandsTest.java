package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read reports, through the command line. */
class ReadingCommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;

  @TempDir private Path folder;
  private Path baseline;

  @BeforeEach
  void capture() {
    baseline = folder.resolve("baseline.json");
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private String file(String name, Report report) throws IOException {
    return Files.write(folder.resolve(name), JsonFormat.bytes(report)).toString();
  }

  private int gate(String report, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "gate";
    all[1] = report;
    all[2] = "--baseline";
    all[3] = baseline.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return EvaluationMain.execute(all);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String error() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void aBaselineIsMadeAndLaterRunsAreHeldAgainstIt() throws IOException {
    assertThat(
            gate(
                file("a.json", new RecordedFixture().report()),
                "--update-baseline",
                "--accept-undecided"))
        .isZero();
    assertThat(baseline).exists();
    assertThat(gate(file("b.json", new RecordedFixture().seeded(2).report()))).isZero();
    assertThat(gate(file("c.json", new RecordedFixture().slowedBy(1.3).report()))).isEqualTo(1);
    assertThat(printed()).contains("gate: FAIL", "REGRESSED after at", "95 % interval");
    assertThat(gate(file("d.json", new RecordedFixture().scattering(0.5).report()))).isEqualTo(3);
  }

  @Test
  void aRunThatFailsLeavesTheBaselineAsItWas() throws IOException {
    gate(file("a.json", new RecordedFixture().report()), "--update-baseline", "--accept-undecided");
    byte[] before = Files.readAllBytes(baseline);

    int code =
        gate(file("b.json", new RecordedFixture().withExtraRows(1).report()), "--update-baseline");

    assertThat(code).isEqualTo(2);
    assertThat(error()).contains("must come from a run that passes", "rowsPerCall");
    assertThat(Files.readAllBytes(baseline)).isEqualTo(before);
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void aBaselineThatCannotBeReadIsRefusedInOneLine() throws IOException {
    String report = file("a.json", new RecordedFixture().report());
    for (String[] bad :
        new String[][] {
          {"{", "not complete JSON"},
          {"{\"schemaVersion\": 3}", "expected at most 2, found 3"},
          {"{\"schemaVersion\": 1}", "expected at least 2, found 1; delete it and make a new one"},
          {"{\"schemaVersion\": 2}", "at run"},
          {"", "schemaVersion"}
        }) {
      err.reset();
      Files.writeString(baseline, bad[0]);
      assertThat(gate(report)).isEqualTo(2);
      assertThat(error())
          .startsWith("evaluation: " + baseline + " must be a baseline")
          .contains(bad[1])
          .doesNotContain("\n");
    }
    Files.delete(baseline);
    assertThat(gate(report)).isEqualTo(2);
    assertThat(error()).contains("there is no such file");
  }

  @Test
  void anAcceptedRegressionWithoutAReasonOrADayIsRefused() throws IOException {
    String report = file("a.json", new RecordedFixture().report());
    gate(report, "--update-baseline", "--accept-undecided");
    String json = Files.readString(baseline);
    for (String expires : new String[] {"soon", "2030-13-01"}) {
      err.reset();
      Files.writeString(
          baseline,
          json.replace(
              "\"accepted\" : [ ]",
              """
              "accepted" : [ { "implementation" : "after", "quantity" : "memory.growth",
                "upTo" : 1, "reason" : "x", "expires" : "%s" } ]"""
                  .formatted(expires)));
      assertThat(gate(report)).isEqualTo(2);
      assertThat(error()).contains("accepted[0]", "expires must be a day", expires);
    }
  }

  @Test
  void aReportIsVerifiedAndAnEditIsNamed() throws IOException {
    Path file = Path.of(file("a.json", new RecordedFixture().report()));
    assertThat(EvaluationMain.execute("verify-report", file.toString())).isZero();

    Files.writeString(
        file,
        Files.readString(file).replaceFirst("\"verdict\" : \"PASS\"", "\"verdict\" : \"FAIL\""));

    assertThat(EvaluationMain.execute("verify-report", file.toString())).isEqualTo(1);
    assertThat(printed())
        .contains("checks[0].verdict: the report says \"FAIL\", its recording gives \"PASS\"");
    assertThat(EvaluationMain.execute("gate", file.toString())).isEqualTo(2);
    assertThat(error()).contains("does not follow from its own recording");
  }

  @Test
  void aReportOfAnOlderProgramIsReadButCannotBeVerified() throws IOException {
    String file = file("old.json", ReportFixture.passing());

    assertThat(EvaluationMain.execute("verify-report", file)).isEqualTo(2);
    assertThat(error()).contains("holds no recording").doesNotContain("\n");
    assertThat(EvaluationMain.execute("compare", file, file)).isZero();
    assertThat(EvaluationMain.execute("gate", file)).isZero();
  }

  @Test
  void twoRunsAndAFolderOfRunsAreShown() throws IOException {
    String a = file("a.json", new RecordedFixture().report());
    String b = file("b.json", new RecordedFixture().seeded(2).slowedBy(1.3).report());

    assertThat(EvaluationMain.execute("compare", a, b)).isZero();
    assertThat(printed()).containsPattern("after +1,000,000 +latency-p50 .* yes");

    Path run = Files.createDirectories(folder.resolve("runs/2030-01-01/00-00-00"));
    Files.copy(Path.of(a), run.resolve("report.json"));
    assertThat(EvaluationMain.execute("history", folder.resolve("runs").toString())).isZero();
    assertThat(folder.resolve("runs/history.html")).exists();
    assertThat(folder.resolve("runs/otava.csv")).exists();
  }

  @Test
  void aFolderWithoutAReportCannotBeShown() {
    assertThat(EvaluationMain.execute("history", folder.toString())).isEqualTo(2);
    assertThat(error()).contains("must hold a report.json");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theSchemasArePrinted() {
    assertThat(EvaluationMain.execute("schema")).isZero();
    assertThat(EvaluationMain.execute("schema", "baseline")).isZero();
    assertThat(printed())
        .contains("urn:activity-summary:report:1", "urn:activity-summary:baseline:2");
  }

  @Test
  void theBaselineOfTheRepositoryIsLeftAsideForARunOfOtherWork() throws Exception {
    Report report = new RecordedFixture().report();
    gate(file("a.json", report), "--update-baseline", "--accept-undecided");
    Path own = Files.createDirectory(folder.resolve("reports")).resolve("baseline.json");
    Files.writeString(own, Files.readString(baseline));
    assertThat(gateHere("a.json")).doesNotContain("not used").contains("held against run");

    Files.writeString(
        own,
        Files.readString(baseline)
            .replaceFirst("\"profile\" : \"[a-z]+\"", "\"profile\" : \"other\""));

    assertThat(gateHere("a.json"))
        .contains("is of other work and not used: profile 'other' and ")
        .contains("gate: ");
    assertThat(
            EvaluationMain.execute(
                "gate", folder.resolve("a.json").toString(), "--baseline", own.toString()))
        .isEqualTo(2);
  }

  /** In a folder of its own, whose reports/baseline.json is the one that nobody need name. */
  private String gateHere(String report) throws IOException {
    Process gate =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EvaluationMain.class.getName(),
                "gate",
                report)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(gate.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
