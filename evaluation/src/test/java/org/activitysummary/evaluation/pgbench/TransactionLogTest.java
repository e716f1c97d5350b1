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
  void readsTheTimeOfEachTransactionInItsOrder() {
    assertThat(
            TransactionLog.nanos(
                List.of(
                    "0 1 1834 0 1764084000 123456",
                    "0 2 296 0 1764084000 123987",
                    "0 3 301 0 1764084000 124311 0")))
        .containsExactly(1_834_000, 296_000, 301_000);
  }

  @Test
  void readsNothingFromAnEmptyLog() {
    assertThat(TransactionLog.nanos(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 1 failed 0 1764084000 123456", "0 1 skipped 0 1764084000 1", "0 1 296 0", ""})
  void refusesWhatIsNoTime(String line) {
    assertThatThrownBy(() -> TransactionLog.nanos(List.of("0 1 296 0 1764084000 1", line)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("but logged '" + line + "'")
        .hasMessageNotContaining("\n");
  }
}
