package org.activitysummary.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.gate.GateResult.GateVerdict;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final FaultFinding CAUGHT =
      new FaultFinding(
          "planted-x", "is wrong", "load", List.of("load"), List.of("load"), List.of(), true);
  private static final FaultFinding MISSED =
      new FaultFinding(
          "planted-x", "is wrong", "load", List.of("load"), List.of(), List.of(), false);

  @Test
  void passesWhenEverythingPassedOrFailedAsExpected() {
    GateResult result = judge(false, Verdict.PASS, Verdict.EXPECTED_FAIL);

    assertThat(result.verdict()).isEqualTo(GateVerdict.PASS);
    assertThat(result.exitCode()).isZero();
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void failsOnOneFailureAndNamesIt() {
    GateResult result = judge(false, Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.reasons()).containsExactly("FAIL load of after: It broke.");
  }

  @Test
  void isInconclusiveWithExitCodeThreeWhenOnlyDoubtIsLeft() {
    GateResult result = judge(false, Verdict.PASS, Verdict.INCONCLUSIVE);

    assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void failsOnDoubtWhenStrict() {
    assertThat(judge(true, Verdict.INCONCLUSIVE).exitCode()).isEqualTo(1);
  }

  @Test
  void tellsOfAnUnexpectedPassWithoutFailing() {
    GateResult result = judge(false, Verdict.UNEXPECTED_PASS);

    assertThat(result.exitCode()).isZero();
    assertThat(result.reasons()).hasSize(1);
  }

  @Test
  void failsWhenAPlantedFaultWasNotCaught() {
    GateResult result =
        new Gate(false).judge(List.of(result(Verdict.PASS)), List.of(CAUGHT, MISSED));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.reasons()).containsExactly("FAIL load did not catch planted-x (is wrong)");
  }

  private static GateResult judge(boolean strict, Verdict... verdicts) {
    List<CheckResult> results = List.of(verdicts).stream().map(GateTest::result).toList();
    return new Gate(strict).judge(results, List.of(CAUGHT));
  }

  private static CheckResult result(Verdict verdict) {
    return new CheckResult(
        "load", "R9", "after", verdict, null, null, null, null, "It broke.", null, List.of());
  }
}
