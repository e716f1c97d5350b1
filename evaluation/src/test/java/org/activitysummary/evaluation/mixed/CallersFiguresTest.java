package org.activitysummary.evaluation.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.caller.ClosedLoop;
import org.activitysummary.evaluation.check.Verdict;
import org.activitysummary.evaluation.mixed.CallersFinding.Served;
import org.activitysummary.evaluation.mixed.CallersFinding.Throughput;
import org.junit.jupiter.api.Test;

class CallersFiguresTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private static ServedRounds rounds(int errors, double... seconds) {
    ServedRounds served = new ServedRounds();
    for (double elapsed : seconds) {
      served.add(
          new ClosedLoop.Round(
              (long) (elapsed * SECOND),
              errors,
              0,
              errors == 0 ? null : "planted",
              Map.of(100, List.of(MILLI, 3 * MILLI))),
          new ServerCounts(4L, 3L, 0, 10, null));
    }
    return served;
  }

  private static CallersFinding finding(ServedRounds subject, ServedRounds reference) {
    Map<String, ServedRounds> served = new LinkedHashMap<>();
    served.put("after", subject);
    served.put("distinct-rewrite", reference);
    return CallersFigures.of(8, 3, 64, served);
  }

  private static Throughput throughput(double... secondsOfReference) {
    return finding(rounds(0, 1, 1.1, 0.9), rounds(0, secondsOfReference)).throughput().get(0);
  }

  @Test
  void theRatioIsPairedByRoundAndTheWholeIntervalDecides() {
    assertThat(throughput(5, 5.5, 4.6).ratio()).isBetween(5.0, 5.1);
    assertThat(throughput(5, 5.5, 4.6).verdict()).isEqualTo(Verdict.PASS);
    assertThat(throughput(2, 2.2, 1.9).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(throughput(2, 8, 4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void callsErrorsAndTheServersCountsAddUp() {
    Served after = finding(rounds(1, 2, 2, 2), rounds(0, 4, 4, 4)).implementations().get(0);

    assertThat(after.answered()).isEqualTo(6);
    assertThat(after.errors()).isEqualTo(3);
    assertThat(after.firstError()).isEqualTo("planted");
    assertThat(after.callsPerSecond()).isEqualTo(32);
    assertThat(after.sound()).isFalse();
    assertThat(after.server()).isEqualTo(new ServerCounts(12L, 9L, 0, 30, null));
    assertThat(after.times().get(0).max()).isEqualTo(3);
  }

  @Test
  void whatTheServerDoesNotCountStaysUnknown() {
    ServerCounts old = new ServerCounts(null, null, 1, 5, "not counted");

    assertThat(new ServerCounts(null, null, 3, 9, "not counted").since(old))
        .isEqualTo(new ServerCounts(null, null, 2, 4, "not counted"));
    assertThat(ServerCounts.NONE.plus(old)).isEqualTo(old);
  }
}
