package org.activitysummary.evaluation.pgbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionLogTest {

  @Test
  void readsHowFarApartTransactionsEndInTheirOrder() {
    assertThat(
            TransactionLog.nanos(
                List.of(
                    "0 1 1834 0 1764084000 999456",
                    "0 2 296 0 1764084000 999756",
                    "0 3 301 0 1764084001 57 0")))
        .containsExactly(1_834_000, 300_000, 301_000);
  }

  @Test
  void sharesTheTimeAmongTransactionsThatEndedAtOneReadingOfTheClock() {
    assertThat(
            TransactionLog.nanos(
                List.of(
                    "0 1 200 0 1764084000 1000",
                    "0 2 0 0 1764084000 1000",
                    "0 3 0 0 1764084000 1000",
                    "0 4 300 0 1764084000 1300",
                    "0 5 0 0 1764084000 1300",
                    "0 6 220 0 1764084000 1520")))
        .containsExactly(200_000, 100_000, 100_000, 100_000, 110_000, 110_000);
  }

  @Test
  void leavesOutTheLastOnesThatNoLaterReadingTellsOf() {
    assertThat(
            TransactionLog.nanos(List.of("0 1 200 0 1764084000 1000", "0 2 0 0 1764084000 1000")))
        .containsExactly(200_000);
  }

  @Test
  void refusesAClockThatStandsStill() {
    assertThatThrownBy(() -> TransactionLog.nanos(List.of("0 1 0 0 1764084000 1000")))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("but logged '0 1 0 0 1764084000 1000'");
  }

  @Test
  void readsNothingFromAnEmptyLog() {
    assertThat(TransactionLog.nanos(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 1 failed 0 1764084000 123456",
        "0 1 skipped 0 1764084000 1",
        "0 1 296 0 - 1",
        "0 1 296 0",
        ""
      })
  void refusesWhatIsNoTime(String line) {
    assertThatThrownBy(() -> TransactionLog.nanos(List.of("0 1 296 0 1764084000 1", line)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("but logged '" + line + "'")
        .hasMessageNotContaining("\n");
  }
}
