package org.activitysummary.evaluation.check;

import static org.activitysummary.evaluation.check.CheckFixture.MEGABYTE;
import static org.activitysummary.evaluation.check.CheckFixture.measured;
import static org.activitysummary.evaluation.check.CheckFixture.nothing;
import static org.activitysummary.evaluation.check.CheckFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryFootprintCheckTest {

  private static final int MILLION = 1_000_000;
  private static final long LIMIT = 128 * MEGABYTE;

  private static Finding judge(Evidence evidence) {
    return new MemoryFootprintCheck().judge("after", evidence);
  }

  private static Finding judge(long peak, long reference) {
    return judge(
        measured(
            List.of(100, MILLION),
            weighed("after", 100, 1),
            weighed("after", MILLION, peak),
            weighed("before", MILLION, reference)));
  }

  @Test
  void wantsASmallFootprintAndALargeReduction() {
    assertThat(judge(60 * MEGABYTE, 600 * MEGABYTE))
        .isEqualTo(
            Finding.counted(
                true,
                60 * MEGABYTE,
                LIMIT,
                "bytes",
                "At 1,000,000 events the calling process peaks at 60 MB (limit 128 MB), 90 % less than"
                    + " 'before' (at least 80 %).",
                List.of("reference peak 629145600 bytes")));
    assertThat(judge(60 * MEGABYTE, 200 * MEGABYTE).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void meetsBothLimitsExactlyAtThem() {
    assertThat(judge(LIMIT, 100 * LIMIT).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(LIMIT + 1, 100 * LIMIT).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(20 * MEGABYTE, 100 * MEGABYTE).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(20 * MEGABYTE + 1, 100 * MEGABYTE).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void judgesTheHighestPeakOfAllProcesses() {
    Evidence evidence =
        measured(
            List.of(MILLION),
            weighed("after", MILLION, 50 * MEGABYTE, 130 * MEGABYTE, 40 * MEGABYTE),
            weighed("before", MILLION, 999 * MEGABYTE));

    assertThat(judge(evidence).observed()).isEqualTo(130 * MEGABYTE);
    assertThat(judge(evidence).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void saysNothingOfTheRequirementFromSmallerUsers() {
    Evidence smaller =
        measured(List.of(100, MILLION - 1), weighed("after", MILLION - 1, 60 * MEGABYTE));

    assertThat(judge(smaller))
        .isEqualTo(
            Finding.inconclusive(
                "The requirement is about 1,000,000 events; the largest measured size is 999,999."));
  }

  @Test
  void needsThePeakAtTheLargestSize() {
    Finding unmeasured = Finding.inconclusive("The peak at the largest size was not measured.");

    assertThat(judge(nothing(MILLION))).isEqualTo(unmeasured);
    assertThat(judge(measured(List.of(100, MILLION), weighed("after", 100, 1))))
        .isEqualTo(unmeasured);
    assertThat(judge(measured(List.of(MILLION), weighed("before", MILLION, 1))))
        .isEqualTo(unmeasured);
  }

  @Test
  void cannotPassWithoutTheReference() {
    assertThat(judge(measured(List.of(MILLION), weighed("after", MILLION, 60 * MEGABYTE))))
        .isEqualTo(
            Finding.inconclusive(
                "The peak is within the limit, but 'before' was not measured beside it."));
  }

  @Test
  void claimsNoReductionAgainstAnUnknownReference() {
    assertThat(judge(measured(List.of(MILLION), weighed("after", MILLION, 150 * MEGABYTE))))
        .isEqualTo(
            Finding.counted(
                false,
                150 * MEGABYTE,
                LIMIT,
                "bytes",
                "At 1,000,000 events the calling process peaks at 150 MB (limit 128 MB); the peak of"
                    + " 'before' is unknown.",
                List.of("reference peak unknown bytes")));
  }

  @Test
  void belongsToTheFootprint() {
    assertThat(new MemoryFootprintCheck().id()).isEqualTo("memory-footprint");
    assertThat(new MemoryFootprintCheck().requirement()).isEqualTo("R2");
  }
}
