package org.activitysummary.evaluation.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.activitysummary.evaluation.sensitivity.Sensitivity.Detection;
import org.junit.jupiter.api.Test;

class SensitivityFindingsTest {

  @Test
  void theTableCountsWhatWasCalledSlower() {
    Report report = ReportFixture.passing();

    assertThat(
            new SensitivityFindings(
                    report.environment(),
                    report.dataset(),
                    "after",
                    1_000,
                    List.of(new Detection(0, 30, 1, 0.034), new Detection(0.1, 20, 19, 0.028)))
                .table())
        .contains("`after` compared with itself, user of 1,000 events.")
        .contains("| 0 % | 1 of 30 | 3.4 % |")
        .contains("| 10 % | 19 of 20 | 2.8 % |");
  }
}
