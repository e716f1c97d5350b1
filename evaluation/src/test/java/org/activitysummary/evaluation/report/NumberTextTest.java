package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.activitysummary.evaluation.measurement.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;0",
        "0.2021;0.202",
        "1.5;1.50",
        "12.345;12.3",
        "123.4;123",
        "999.6;1,000",
        "1234.5;1,235",
        "12;12",
        "1000000;1,000,000",
        "0.0021;0.00210",
        "-3.14159;-3.14",
        "0.99999;1.00"
      })
  void showsThreeSignificantDigits(double number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
  }

  @Test
  void showsWhatIsMissingAsADash() {
    assertThat(NumberText.of(null)).isEqualTo("–");
    assertThat(NumberText.withInterval(Figure.missing("too few"))).isEqualTo("–");
    assertThat(NumberText.withInterval(new Figure(2.0, 1.5, null, "open")))
        .isEqualTo("2 (1.50 to –)");
  }

  @Test
  void namesUnits() {
    assertThat(NumberText.withUnit(134217728.0, "bytes")).isEqualTo("128.0 MB");
    assertThat(NumberText.withUnit(2.5, "x")).isEqualTo("2.50 times");
    assertThat(NumberText.withUnit(7.0, "errors")).isEqualTo("7 errors");
  }

  @Test
  void tellsANumberFromItsLimit() {
    double limit = 128 << 20;

    assertThat(NumberText.heldAgainst(limit, limit + 4_096, "bytes")).isEqualTo("128.004 MB");
    assertThat(NumberText.heldAgainst(limit, 2 * limit, "bytes")).isEqualTo("256.0 MB");
    assertThat(NumberText.heldAgainst(200.0, 200.4, "ms")).isEqualTo("200.4 ms");
    assertThat(NumberText.heldAgainst(200.0, 200.0, "ms")).isEqualTo("200 ms");
    assertThat(NumberText.heldAgainst(null, 3.0, null)).isEqualTo("3");
  }
}
