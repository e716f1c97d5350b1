package org.activitysummary.evaluation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.Gate;
import org.activitysummary.evaluation.gate.GateResult;

/** Reports with invented numbers: both implementations at all four sizes. */
public final class ReportFixture {

  /** Text that is markup in some format, and characters that others cannot carry. */
  public static final String HOSTILE =
      "</script><img src=x onerror=alert(1)> \"quoted\" 'single' & | `code` **bold** [a](http://b.example)"
          + " @everyone #1 {{script}} \u0000\u0007 \ud83d\ude00 \ud800 ]]> \n second line";

  private ReportFixture() {}

  /** Returns the file. */
  public static Path file() {
    try {
      return Path.of(ReportFixture.class.getResource("fixture-report.json").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a report that passes, with expected failures. */
  public static Report passing() {
    return ReportReader.read(file());
  }

  /** Returns a report with every verdict, judged by a gate. */
  public static Report withEveryVerdict() {
    Report report = passing();
    List<CheckResult> checks = new ArrayList<>(report.checks());
    replace(checks, "after", "edge-cases", Verdict.FAIL);
    replace(checks, "after", "latency-target", Verdict.INCONCLUSIVE);
    replace(checks, "before", "load", Verdict.UNEXPECTED_PASS);
    return judged(report, checks, false);
  }

  /** Returns a report in which nothing failed and one check of 'after' is undecided. */
  public static Report undecided(boolean strict) {
    Report report = passing();
    List<CheckResult> checks = new ArrayList<>(report.checks());
    replace(checks, "after", "latency-target", Verdict.INCONCLUSIVE);
    return judged(report, checks, strict);
  }

  /** Returns a report in which every text from outside is hostile. */
  public static Report hostile() {
    Report report = passing();
    List<CheckResult> checks =
        report.checks().stream()
            .map(c -> with(c, c.verdict(), HOSTILE, List.of(HOSTILE), HOSTILE))
            .toList();
    Report.Run run = Report.Run.ofOneGo(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    return copy(report, run, checks, new Gate(false).judge(checks, report.plantedFaults()));
  }

  /** Returns a report whose checks say this. */
  public static Report withSentence(String sentence) {
    Report report = passing();
    List<CheckResult> checks =
        report.checks().stream()
            .map(c -> with(c, c.verdict(), sentence, c.evidence(), c.expectation()))
            .toList();
    return copy(report, report.run(), checks, report.gate());
  }

  /** Returns a report that says how long its stages took. */
  public static Report withStageSeconds(Map<String, Double> seconds) {
    Report report = passing();
    Report.Run run = report.run();
    return copy(
        report,
        new Report.Run(
            run.id(),
            run.startedAt(),
            run.finishedAt(),
            run.profile(),
            run.command(),
            run.resumedAt(),
            run.reusedCells(),
            seconds),
        report.checks(),
        report.gate());
  }

  /** Returns a report whose implementation 'after' has markup for a name. */
  public static Report withHostileName() {
    String name = "<img src=x onerror=alert(1)> \\\"quoted\\\" '&| {{script}}";
    try {
      Path file = Files.createTempFile("hostile", ".json");
      try {
        String json = Files.readString(file());
        Files.writeString(file, json.replace("\"after\"", '"' + name + '"'));
        return ReportReader.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report judged(Report report, List<CheckResult> checks, boolean strict) {
    return copy(
        report, report.run(), checks, new Gate(strict).judge(checks, report.plantedFaults()));
  }

  private static void replace(
      List<CheckResult> checks, String implementation, String id, Verdict verdict) {
    checks.replaceAll(
        c ->
            c.implementation().equals(implementation) && c.id().equals(id)
                ? with(c, verdict, c.sentence(), c.evidence(), c.expectation())
                : c);
  }

  private static CheckResult with(
      CheckResult c, Verdict verdict, String sentence, List<String> evidence, String expectation) {
    return new CheckResult(
        c.id(),
        c.requirement(),
        c.implementation(),
        verdict,
        c.observed(),
        c.limit(),
        c.unit(),
        c.interval(),
        sentence,
        expectation,
        evidence);
  }

  private static Report copy(Report r, Report.Run run, List<CheckResult> checks, GateResult gate) {
    return new Report(
        r.schemaVersion(),
        run,
        r.environment(),
        r.dataset(),
        r.implementations(),
        r.measurements(),
        r.comparisons(),
        r.conformance(),
        r.schema(),
        r.load(),
        r.plans(),
        r.plantedFaults(),
        checks,
        r.regressions(),
        gate,
        r.recording());
  }
}
