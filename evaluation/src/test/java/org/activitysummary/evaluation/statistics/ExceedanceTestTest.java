package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceedanceTestTest {

  private static Decision decide(int samples, int over) {
    return new ExceedanceTest(samples, over, 0.05).decision();
  }

  /** SciPy: next(n for n in range(1, 2000) if scipy.stats.binom.cdf(over, n, .01) <= .05). */
  @ParameterizedTest
  @CsvSource({"0,299", "1,473", "2,628", "3,773", "4,913", "5,1049"})
  void passesFromTheKnownNumberOfSamplesOnAndNotBefore(int over, int samples) {
    assertThat(decide(samples, over)).isEqualTo(Decision.PASS);
    assertThat(decide(samples - 1, over)).isEqualTo(Decision.INCONCLUSIVE);
  }

  /** SciPy: next(k for k in range(n + 1) if scipy.stats.binom.sf(k - 1, n, .01) <= .05). */
  @ParameterizedTest
  @CsvSource({"10,2", "50,3", "100,4", "500,10", "1000,16"})
  void failsFromTheKnownNumberOverOnAndNotBefore(int samples, int over) {
    assertThat(decide(samples, over)).isEqualTo(Decision.FAIL);
    assertThat(decide(samples, over - 1)).isEqualTo(Decision.INCONCLUSIVE);
  }

  /** SciPy: scipy.stats.binom.cdf(5, 1049, .01), scipy.stats.binom.sf(1, 10, .01). */
  @Test
  void givesTheExactTails() {
    assertThat(new ExceedanceTest(1049, 5, 0.05).passPValue())
        .isCloseTo(0.04986616983606297, within(1e-12));
    assertThat(new ExceedanceTest(10, 2, 0.05).failPValue())
        .isCloseTo(0.004266200242831419, within(1e-12));
  }

  /** SciPy: scipy.stats.beta.ppf(.025, k, n - k + 1), scipy.stats.beta.ppf(.975, k + 1, n - k). */
  @ParameterizedTest
  @CsvSource({
    "299, 0, 0, 0.012261595907535044",
    "10, 2, 0.02521072632683336, 0.5560954623076415",
    "1049, 5, 0.0015494080457683225, 0.011087973241740313",
    "500, 10, 0.009631429586433347, 0.03647240829220973",
    "10, 10, 0.6915028921812392, 1",
  })
  void enclosesTheShareAsClopperAndPearsonDo(int samples, int over, double low, double high) {
    RealEstimate share = new ExceedanceTest(samples, over, 0.05).share(0.95);

    assertThat(share.value()).isEqualTo(over / (double) samples);
    assertThat(share.low()).isCloseTo(low, within(1e-10));
    assertThat(share.high()).isCloseTo(high, within(1e-10));
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatThrownBy(() -> new ExceedanceTest(0, 0, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a test needs at least 1 sample, found 0");
    assertThatThrownBy(() -> new ExceedanceTest(10, 11, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calls over the limit lie between 0 and 10 samples, found 11");
    assertThatThrownBy(() -> new ExceedanceTest(10, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha lies strictly between 0 and 0.5, for example 0.05, found NaN");
  }

  @Property
  void moreCallsOverNeverLookBetter(
      @ForAll @IntRange(min = 1, max = 3_000) int samples,
      @ForAll @IntRange(min = 0, max = 40) int over) {
    ExceedanceTest some = new ExceedanceTest(samples, Math.min(over, samples), 0.05);
    ExceedanceTest more = new ExceedanceTest(samples, Math.min(over + 1, samples), 0.05);

    assertThat(more.passPValue()).isGreaterThanOrEqualTo(some.passPValue());
    assertThat(more.failPValue()).isLessThanOrEqualTo(some.failPValue());
    assertThat(some.share(0.95).value()).isBetween(some.share(0.95).low(), some.share(0.95).high());
  }

  @Test
  void decidesWhenThePValueIsExactlyAlpha() {
    double passing = new ExceedanceTest(299, 0, 0.05).passPValue();
    double failing = new ExceedanceTest(10, 2, 0.05).failPValue();

    assertThat(new ExceedanceTest(299, 0, passing).decision()).isEqualTo(Decision.PASS);
    assertThat(new ExceedanceTest(10, 2, failing).decision()).isEqualTo(Decision.FAIL);
  }

  @Test
  void refusesAnAlphaAtTheEndsOfItsRange() {
    assertThatThrownBy(() -> new ExceedanceTest(10, 1, 0)).hasMessageEndingWith("found 0.0");
    assertThatThrownBy(() -> new ExceedanceTest(10, 1, 0.5)).hasMessageEndingWith("found 0.5");
  }
}
