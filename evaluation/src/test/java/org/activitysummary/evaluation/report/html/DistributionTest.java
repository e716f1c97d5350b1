package org.activitysummary.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void risesToOneAndEndsAtTheSlowestCall() {
    for (Measurement m : ReportFixture.passing().measurements()) {
      List<Chart.Point> points = Distribution.of(m.latency().histogram());
      assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
      assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.y(), b.y()));
      Chart.Point last = points.get(points.size() - 1);
      assertThat(last.y()).isEqualTo(1);
      assertThat(last.x()).isCloseTo(m.latency().max(), within(m.latency().max() * 0.002));
    }
  }

  @Test
  void isThinnedToWhatAScreenCanShow() {
    for (Measurement m : ReportFixture.passing().measurements()) {
      assertThat(Distribution.of(m.latency().histogram())).hasSizeBetween(20, 300);
    }
  }

  @Test
  void isEmptyWithoutAHistogram() {
    assertThat(Distribution.of(null)).isEmpty();
  }
}
