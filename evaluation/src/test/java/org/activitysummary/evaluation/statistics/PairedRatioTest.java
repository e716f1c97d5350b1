package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedRatioTest {

  private static final PairedRatio PAIRED_T = new PairedRatio(new PairedT(), 0.95);
  private static final PairedRatio BOOTSTRAP =
      new PairedRatio(new StretchedBootstrap(42, 10_000), 0.95);

  private static List<LatencySample> rounds(long... nanos) {
    return LongStream.of(nanos).mapToObj(LatencySample::of).toList();
  }

  private static final List<LatencySample> SUBJECT = rounds(110, 121, 105, 118, 130);
  private static final List<LatencySample> REFERENCE = rounds(100, 104, 101, 99, 112);

  /**
   * SciPy 1.17.1: d = numpy.log(s / r); t = scipy.stats.ttest_1samp(d, 0); numpy.exp([d.mean(),
   * *t.confidence_interval(.95)]), t.pvalue, d.std(ddof=1).
   */
  @Test
  void agreesWithSciPy() {
    RatioEstimate ratio = PAIRED_T.compare(SUBJECT, REFERENCE, RoundQuantity.MEDIAN);

    assertThat(ratio.ratio()).isCloseTo(1.129787997864472, within(1e-12));
    assertThat(ratio.low()).isCloseTo(1.055231239219027, within(1e-9));
    assertThat(ratio.high()).isCloseTo(1.209612521577059, within(1e-9));
    assertThat(ratio.pValue()).isCloseTo(0.007690858031611192, within(1e-10));
    assertThat(ratio.logSpread()).isCloseTo(0.05498272939192538, within(1e-12));
    assertThat(ratio.minimumDetectableEffect()).isCloseTo(0.09689206349873233, within(1e-8));
    assertThat(ratio.referenceNanos()).isEqualTo(101);
    assertThat(ratio.rounds()).isEqualTo(5);
    assertThat(ratio.reason()).isNull();
  }

  /**
   * SciPy: scipy.optimize.brentq over power(d) = scipy.integrate.quad(lambda s: (norm.cdf(d - tc *
   * s) + norm.cdf(-d - tc * s)) * chi.pdf(s * sqrt(df), df) * sqrt(df), ...) with tc = t.ppf(1 -
   * alpha / 2, df); scipy.stats.nct.sf(tc, df, d) agrees to 1e-6.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.05, 16.33400886992087",
    "3, 0.05, 5.653489266197127",
    "5, 0.05, 3.7610595538250196",
    "10, 0.05, 3.149632886450619",
    "30, 0.05, 2.898742846324857",
    "3, 0.01, 12.678425375735753",
    "10, 0.01, 4.212255381314469",
    "30, 0.5, 1.4645324106755773",
  })
  void computesThePowerOfTheTTestExactly(int rounds, double alpha, double standardErrors) {
    assertThat(PairedTPower.detectableStandardErrors(rounds, alpha, 0.8))
        .isCloseTo(standardErrors, within(1e-6));
  }

  /**
   * Every one of the 5^5 resamples, in Python: m = sorted(numpy.mean(c) for c in
   * itertools.product(d, repeat=5)); lo, hi = numpy.quantile(m, [.025, .975],
   * method='inverted_cdf'); f = sqrt(5 / 4) * t.ppf(.975, 4) / norm.ppf(.975); exp(d.mean() + f *
   * (lo - d.mean())), exp(d.mean() + f * (hi - d.mean())).
   */
  @Test
  void bootstrapAgreesWithTheEnumerationOfAllResamples() {
    RatioEstimate ratio = BOOTSTRAP.compare(SUBJECT, REFERENCE, RoundQuantity.MEDIAN);

    assertThat(ratio.low()).isCloseTo(1.0449163478420427, within(0.002));
    assertThat(ratio.high()).isCloseTo(1.2009408426920842, within(0.002));
  }

  @Test
  void bootstrapIsTheSameForTheSameSeed() {
    assertThat(BOOTSTRAP.compare(SUBJECT, REFERENCE, RoundQuantity.MEAN))
        .isEqualTo(BOOTSTRAP.compare(SUBJECT, REFERENCE, RoundQuantity.MEAN));
    assertThat(new StretchedBootstrap(42, 10_000).description())
        .isEqualTo("bootstrap of whole rounds, 10000 resamples, seed 42, stretched for few rounds");
  }

  @Test
  void comparesMedianMeanOrP99OfARound() {
    LatencySample round = LatencySample.of(1, 2, 3, 14);

    assertThat(RoundQuantity.MEDIAN.of(round)).isEqualTo(2.5);
    assertThat(RoundQuantity.MEAN.of(round)).isEqualTo(5);
    assertThat(RoundQuantity.P99.of(LatencySample.of(LongStream.rangeClosed(1, 200).toArray())))
        .isEqualTo(198);
  }

  @Test
  void doesNotCompareAP99ThatIsAMaximum() {
    RatioEstimate ratio = PAIRED_T.compare(SUBJECT, REFERENCE, RoundQuantity.P99);

    assertThat(ratio.ratio()).isNull();
    assertThat(ratio.hasInterval()).isFalse();
    assertThat(ratio.reason()).isEqualTo("P99 of a round needs at least 100 samples, found 1");
  }

  @Test
  void givesNoIntervalForOneRound() {
    RatioEstimate ratio = PAIRED_T.compare(rounds(30), rounds(20), RoundQuantity.MEDIAN);

    assertThat(ratio.ratio()).isCloseTo(1.5, within(1e-12));
    assertThat(ratio.low()).isNull();
    assertThat(ratio.minimumDetectableEffect()).isNull();
    assertThat(ratio.reason()).isEqualTo("1 round has no spread; an interval needs at least 2");
  }

  @Test
  void knowsEqualRoundsAsEqual() {
    RatioEstimate same = PAIRED_T.compare(SUBJECT, SUBJECT, RoundQuantity.MEDIAN);
    RatioEstimate twice = PAIRED_T.compare(rounds(20, 20), rounds(10, 10), RoundQuantity.MEDIAN);

    assertThat(same.ratio()).isEqualTo(1);
    assertThat(same.pValue()).isEqualTo(1);
    assertThat(same.minimumDetectableEffect()).isZero();
    assertThat(twice.pValue()).isZero();
  }

  @Test
  void refusesRoundsThatDoNotMatch() {
    assertThatThrownBy(() -> PAIRED_T.compare(SUBJECT, rounds(1, 2), RoundQuantity.MEDIAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a paired ratio needs the same rounds of both, found 5 of the subject and 2 of the"
                + " reference");
    assertThatThrownBy(() -> PAIRED_T.compare(List.of(), List.of(), RoundQuantity.MEDIAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a paired ratio needs at least 1 round, found 0");
  }

  @Test
  void refusesARoundThatTookNoTime() {
    assertThatThrownBy(() -> PAIRED_T.compare(rounds(1, 1), rounds(1, 0), RoundQuantity.MEDIAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a ratio needs times above 0 ns, found 0.0 of MEDIAN in round 2 of the reference");
  }

  @Test
  void refusesNonsenseSettings() {
    assertThatThrownBy(() -> new PairedRatio(new PairedT(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence lies strictly between 0 and 1, for example 0.95, found 1.0");
    assertThatThrownBy(() -> new StretchedBootstrap(1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bootstrap needs at least 1000 resamples, found 10; 10000 is usual");
    assertThatThrownBy(() -> RoundQuantity.P99.of(LatencySample.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("P99 of a round needs at least 100 samples, found 1");
  }

  @Property(tries = 200)
  void isInvertedWhenTheNamesAreSwapped(
      @ForAll @Size(min = 2, max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> nanos) {
    List<LatencySample> one = nanos.stream().map(LatencySample::of).toList();
    List<LatencySample> other = new ArrayList<>(one);
    other.add(other.remove(0));

    RatioEstimate there = PAIRED_T.compare(one, other, RoundQuantity.MEDIAN);
    RatioEstimate back = PAIRED_T.compare(other, one, RoundQuantity.MEDIAN);
    assertThat(there.low() * back.high()).isCloseTo(1, within(1e-6));
    assertThat(there.ratio()).isBetween(there.low(), there.high());
  }

  @Property(tries = 100)
  void doesNotDependOnTheUnit(
      @ForAll @Size(min = 2, max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> nanos,
      @ForAll @IntRange(min = 2, max = 1_000) int factor) {
    List<LatencySample> one = nanos.stream().map(LatencySample::of).toList();
    List<LatencySample> other = new ArrayList<>(one);
    other.add(other.remove(0));

    for (PairedRatio comparison : List.of(PAIRED_T, BOOTSTRAP)) {
      RatioEstimate raw = comparison.compare(one, other, RoundQuantity.MEDIAN);
      RatioEstimate scaled =
          comparison.compare(scale(one, factor), scale(other, factor), RoundQuantity.MEDIAN);
      assertThat(Math.log(scaled.low())).isCloseTo(Math.log(raw.low()), within(1e-6));
      assertThat(Math.log(scaled.high())).isCloseTo(Math.log(raw.high()), within(1e-6));
      assertThat(raw.ratio()).isBetween(raw.low(), raw.high());
    }
  }

  private static List<LatencySample> scale(List<LatencySample> rounds, int factor) {
    return rounds.stream().map(round -> LatencySample.of(round.max() * factor)).toList();
  }
}
