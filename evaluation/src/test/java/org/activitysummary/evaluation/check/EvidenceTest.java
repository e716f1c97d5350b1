package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.compared;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.measurement.Measurement;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void listsOneImplementationBySize() {
    Measurement large = weighed("after", 1_000, 2);
    Measurement small = weighed("after", 100, 1);
    Evidence evidence = measured(List.of(1_000, 100), large, weighed("before", 100, 3), small);

    assertThat(evidence.sizes()).containsExactly(100, 1_000);
    assertThat(evidence.of("after")).containsExactly(small, large);
    assertThat(evidence.largest()).isEqualTo(1_000);
    assertThat(evidence.atLargest("after")).hasValue(large);
    assertThat(evidence.atLargest("before")).isEmpty();
  }

  @Test
  void findsTheComparisonThatAgreesInEverything() {
    Comparison wanted = comparison(Comparison.LATENCY_P50, 100, "after", "before");
    Evidence evidence =
        compared(
            List.of(100),
            comparison(Comparison.LATENCY_P99, 100, "after", "before"),
            comparison(Comparison.LATENCY_P50, 1_000, "after", "before"),
            comparison(Comparison.LATENCY_P50, 100, "other", "before"),
            comparison(Comparison.LATENCY_P50, 100, "after", "other"),
            wanted);

    assertThat(evidence.comparison(Comparison.LATENCY_P50, 100, "after", "before"))
        .hasValue(wanted);
    assertThat(evidence.comparison(Comparison.MEMORY_PEAK, 100, "after", "before")).isEmpty();
  }

  private static Comparison comparison(
      String quantity, int size, String subject, String reference) {
    return new Comparison(quantity, size, subject, reference, 0.5, 0.4, 0.6, 5, 0.1, 0.01, null);
  }
}
