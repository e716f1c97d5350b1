package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.MEGABYTE;
import static org.activitysummary.evaluation.check.CheckFixture.loaded;
import static org.activitysummary.evaluation.check.CheckFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.load.LoadStep;
import org.junit.jupiter.api.Test;

class LoadCheckTest {

  private static final String CALM_SUMMARY =
      "poisson arrivals, 8 callers, 200 of 210 calls completed, 0 errors, heap 256 MB, peak 70 MB";

  private static LoadOutcome load(int errors, int wrong, int skipped, Double p99, Long peakRss) {
    return load(errors, wrong, skipped, p99, peakRss, null);
  }

  private static LoadOutcome load(
      int errors, int wrong, int skipped, Double p99, Long peakRss, String failure) {
    return new LoadOutcome(
        "poisson", 24.6, 8, 6, 256, 210, 200, errors, wrong, skipped, 25, 10.0, p99, p99, null, 1.0,
        peakRss, 0.5, null, List.of(), List.of(), failure);
  }

  private static LoadOutcome calm() {
    return load(0, 0, 0, 50.4, 70 * MEGABYTE);
  }

  private static LoadStep step(int errors, int wrong, Double max, String failure) {
    return new LoadStep(
        "constant",
        6,
        16,
        2,
        12,
        12,
        errors,
        wrong,
        3,
        5.96,
        1.0,
        null,
        max,
        null,
        1.0,
        null,
        null,
        failure);
  }

  private static Finding judge(LoadOutcome load) {
    return new LoadCheck().judge("after", loaded(load));
  }

  private static Finding judge(LoadStep step) {
    return judge(calm().withSeries(List.of(step)));
  }

  private static String trouble(LoadOutcome load) {
    assertThat(judge(load).verdict()).isEqualTo(Verdict.FAIL);
    return judge(load).sentence();
  }

  private static String trouble(LoadStep step) {
    assertThat(judge(step).verdict()).isEqualTo(Verdict.FAIL);
    return judge(step).sentence();
  }

  @Test
  void passesWhenEveryCallWasAnsweredRightlyAndInTime() {
    assertThat(judge(calm()))
        .isEqualTo(
            Finding.counted(
                true,
                50.4,
                1_000,
                "ms",
                "200 calls at 25 a second were all answered rightly; P99 50 ms from the intended start.",
                List.of(CALM_SUMMARY)));
  }

  @Test
  void namesEachKindOfTrouble() {
    assertThat(trouble(load(1, 0, 0, 50.0, MEGABYTE))).isEqualTo("Under load: 1 calls failed.");
    assertThat(trouble(load(0, 1, 0, 50.0, MEGABYTE)))
        .isEqualTo("Under load: 1 answers were wrong.");
    assertThat(trouble(load(0, 0, 1, 50.0, MEGABYTE)))
        .isEqualTo("Under load: 1 calls could not start in time.");
    assertThat(trouble(load(0, 0, 0, 1_234.0, MEGABYTE)))
        .isEqualTo("Under load: P99 is 1234 ms (limit 1000 ms).");
    assertThat(trouble(load(0, 0, 0, 50.0, 130 * MEGABYTE)))
        .isEqualTo("Under load: the process grew to 130 MB (limit 128 MB).");
    assertThat(trouble(load(0, 0, 0, 50.0, MEGABYTE, "out of memory")))
        .isEqualTo("Under load: it ended early: out of memory.");
  }

  @Test
  void namesAllTroublesTogether() {
    assertThat(trouble(load(3, 2, 1, 50.0, MEGABYTE, "killed")))
        .isEqualTo(
            "Under load: it ended early: killed; 3 calls failed; 2 answers were wrong; 1 calls could"
                + " not start in time.");
  }

  @Test
  void toleratesExactlyASecondAndExactly128Megabytes() {
    assertThat(judge(load(0, 0, 0, 1_000.0, 128 * MEGABYTE)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(load(0, 0, 0, 1_000.001, MEGABYTE)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(load(0, 0, 0, 1.0, 128 * MEGABYTE + 1)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void countsErrorsWhereTooFewCallsWereMadeForP99() {
    assertThat(judge(load(7, 0, 0, null, null, "out of memory")))
        .isEqualTo(
            Finding.counted(
                false,
                7,
                0,
                "errors",
                "Under load: it ended early: out of memory; 7 calls failed.",
                List.of(
                    "poisson arrivals, 8 callers, 200 of 210 calls completed, 7 errors, heap 256 MB,"
                        + " peak unknown")));
  }

  @Test
  void cannotSayThatFewCallsWereInTime() {
    assertThat(judge(load(0, 0, 0, null, MEGABYTE)))
        .isEqualTo(Finding.inconclusive("200 calls are too few for P99 under load."));
  }

  @Test
  void saysThatThereWasNoLoad() {
    assertThat(new LoadCheck().judge("after", nothing(100)))
        .isEqualTo(Finding.inconclusive("There was no load."));
  }

  @Test
  void aStepOfTheSeriesThatErrsFailsTheLoad() {
    assertThat(trouble(step(4, 0, 1.0, null)))
        .isEqualTo("Under load: with 16 callers 4 calls failed.");
    assertThat(trouble(step(0, 5, 1.0, null)))
        .isEqualTo("Under load: with 16 callers 5 answers were wrong.");
    assertThat(trouble(step(1, 1, 1.0, "killed")))
        .isEqualTo(
            "Under load: with 16 callers it ended early: killed; with 16 callers 1 calls failed;"
                + " with 16 callers 1 answers were wrong.");
  }

  @Test
  void aStepOfTheSeriesIsShownButItsTimesAreNotJudged() {
    Finding slow = judge(step(0, 0, 9_876.5, null));

    assertThat(slow.verdict()).isEqualTo(Verdict.PASS);
    assertThat(slow.evidence())
        .containsExactly(
            CALM_SUMMARY,
            "16 callers, 6 calls a second: 6.0 answered a second, slowest 9877 ms, 3 skipped");
    assertThat(judge(step(0, 0, null, null)).evidence())
        .last()
        .isEqualTo(
            "16 callers, 6 calls a second: 6.0 answered a second, slowest unknown, 3 skipped");
  }

  @Test
  void belongsToTheLoad() {
    assertThat(new LoadCheck().id()).isEqualTo("load");
    assertThat(new LoadCheck().requirement()).isEqualTo("R9");
  }
}
