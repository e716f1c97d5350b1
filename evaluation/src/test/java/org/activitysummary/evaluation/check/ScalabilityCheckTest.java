package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.MEGABYTE;
import static org.activitysummary.evaluation.check.CheckFixture.exactly;
import static org.activitysummary.evaluation.check.CheckFixture.latency;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Measurement;
import org.junit.jupiter.api.Test;

/**
 * References: SciPy 1.17.1, r = scipy.stats.linregress(x, y) with x = sizes or numpy.log(sizes),
 * r.slope -+ scipy.stats.t.ppf(.975, len(x) - 2) * r.stderr, times max(x) - min(x) for the growth.
 */
class ScalabilityCheckTest {

  private static final List<Integer> SIZES = List.of(100, 10_000, 1_000_000);

  private static Finding judge(Measurement... measurements) {
    return new ScalabilityCheck().judge("after", measured(SIZES, measurements));
  }

  private static Measurement at(int size, long... megabytes) {
    return weighed("after", size, LongStream.of(megabytes).map(mb -> mb * MEGABYTE).toArray());
  }

  private static Measurement timed(Measurement memory, Figure p50) {
    return new Measurement(
        "after",
        memory.size(),
        latency(100, 0, p50, exactly(1), null),
        memory.memory(),
        null,
        null,
        null);
  }

  @Test
  void passesWhatDoesNotGrowAndSaysHowMuchCouldHaveBeenMissed() {
    Finding finding = judge(at(100, 20, 22, 21), at(10_000, 23, 21, 22), at(1_000_000, 22, 20, 24));

    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.observed()).isEqualTo(MEGABYTE);
    assertThat(finding.limit()).isEqualTo(8 * MEGABYTE);
    assertThat(finding.unit()).isEqualTo("bytes");
    assertThat(finding.low()).isCloseTo(-1910751.3388781252, within(1e-3));
    assertThat(finding.high()).isCloseTo(3753919.46215753, within(1e-3));
    assertThat(finding.sentence())
        .isEqualTo(
            "From 100 to 1,000,000 events the peak above idle grows by 1.0 MB (limit 8 MB).");
    assertThat(finding.evidence())
        .containsExactly(
            "100 events: 21.0 MB above idle, median of 3 processes",
            "10,000 events: 22.0 MB above idle, median of 3 processes",
            "1,000,000 events: 22.0 MB above idle, median of 3 processes",
            "memory growth: constant, 0.53 bytes per event (95 % interval -1.91 to 2.98)");
  }

  @Test
  void failsWhatGrowsWithTheNumberOfEvents() {
    Finding finding =
        judge(at(100, 20, 22, 21), at(10_000, 23, 21, 22), at(1_000_000, 120, 122, 121));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.observed()).isEqualTo(100 * MEGABYTE);
    assertThat(finding.low()).isCloseTo(103221220.0950147, within(1.0));
    assertThat(finding.evidence())
        .contains("memory growth: linear, 104.86 bytes per event (95 % interval 103.23 to 106.49)");
  }

  @Test
  void toleratesExactlyEightMegabytes() {
    assertThat(judge(at(100, 20), at(10_000, 20), at(1_000_000, 28)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            judge(at(100, 20), at(10_000, 20), weighed("after", 1_000_000, 28 * MEGABYTE + 1))
                .verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void countsThePeakBetweenTheSmallestAndTheLargestSizeToo() {
    Finding finding = judge(at(100, 20), at(10_000, 30), at(1_000_000, 19));

    assertThat(finding.observed()).isEqualTo(10 * MEGABYTE);
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(at(100, 20), at(10_000, 19), at(1_000_000, 18)).observed()).isZero();
  }

  @Test
  void doesNotKnowTheShapeFromTwoProcesses() {
    Finding finding =
        new ScalabilityCheck()
            .judge("after", measured(List.of(100, 1_100), at(100, 20), at(1_100, 21)));

    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.low()).isNull();
    assertThat(finding.evidence())
        .last()
        .isEqualTo(
            "memory growth: shape unknown, 2 points always fit a line; an interval needs at least 3,"
                + " 1048.58 bytes per event");
  }

  @Test
  void needsTheMemoryAtEverySizeAndAtLeastTwo() {
    Finding missing =
        Finding.inconclusive("Growth needs the memory at every size and at least two sizes.");
    Measurement onlyTimed =
        CheckFixture.timed("after", 1_000_000, latency(1, 0, exactly(1), exactly(1), null));

    assertThat(judge(at(100, 20), at(10_000, 20))).isEqualTo(missing);
    assertThat(judge(at(100, 20), at(10_000, 20), onlyTimed)).isEqualTo(missing);
    assertThat(judge(at(100, 20), at(10_000, 20), weighed("before", 1_000_000, 1)))
        .isEqualTo(missing);
    assertThat(new ScalabilityCheck().judge("after", measured(List.of(100), at(100, 20))))
        .isEqualTo(missing);
  }

  @Test
  void tellsHowLatencyGrowsBesideIt() {
    Finding finding =
        judge(
            timed(at(100, 20), exactly(1)),
            timed(at(10_000, 20), exactly(8)),
            timed(at(1_000_000, 20), exactly(100)));

    assertThat(finding.evidence())
        .last()
        .isEqualTo("latency growth: median ~ events ^ 0.50 (95 % interval 0.14 to 0.86)");
  }

  @Test
  void saysWhyTheGrowthOfLatencyIsUnknown() {
    Evidence twoSizes =
        measured(
            List.of(100, 10_000),
            timed(at(100, 20), exactly(1)),
            timed(at(10_000, 20), exactly(8)));

    assertThat(new ScalabilityCheck().judge("after", twoSizes).evidence())
        .last()
        .isEqualTo("latency growth: 2 points always fit a line; an interval needs at least 3");
  }

  @Test
  void leavesTheGrowthOfLatencyOutWithoutAMedianAtEverySize() {
    Finding oneUntimed =
        judge(timed(at(100, 20), exactly(1)), timed(at(10_000, 20), exactly(8)), at(1_000_000, 20));
    Finding oneCall =
        judge(
            timed(at(100, 20), exactly(1)),
            timed(at(10_000, 20), exactly(8)),
            timed(at(1_000_000, 20), Figure.missing("P50 needs at least 2 samples, found 1")));

    assertThat(oneUntimed.evidence()).hasSize(4).last().asString().startsWith("memory growth");
    assertThat(oneCall.evidence()).isEqualTo(oneUntimed.evidence());
  }

  @Test
  void belongsToTheGrowthOfMemory() {
    assertThat(new ScalabilityCheck().id()).isEqualTo("scalability");
    assertThat(new ScalabilityCheck().requirement()).isEqualTo("R3");
  }
}
