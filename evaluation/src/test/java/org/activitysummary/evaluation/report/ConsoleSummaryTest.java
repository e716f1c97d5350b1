package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {

  private static final String ESCAPE = "\u001b";

  @Test
  void isPlainWithoutColours() {
    String text = ConsoleSummary.of(ReportFixture.withEveryVerdict(), Colours.NONE);
    assertThat(text)
        .doesNotContain(ESCAPE)
        .contains("FAIL             edge-cases               after", "gate: FAIL");
  }

  @Test
  void coloursVerdictsAndNothingElse() {
    String plain = ConsoleSummary.of(ReportFixture.withEveryVerdict(), Colours.NONE);
    String coloured = ConsoleSummary.of(ReportFixture.withEveryVerdict(), new Colours(true));
    assertThat(coloured).contains(ESCAPE + "[31m", ESCAPE + "[32m", ESCAPE + "[33m");
    assertThat(coloured.replaceAll(ESCAPE + "\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void whatLooksLikeAColourInTextFromOutsideStaysText() {
    assertThat(ConsoleSummary.of(ReportFixture.withSentence("@|red x|@"), new Colours(true)))
        .contains("@|red x|@");
  }

  @Test
  void controlCharactersFromOutsideReachNoTerminal() {
    assertThat(ConsoleSummary.of(ReportFixture.hostile(), Colours.NONE))
        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f]");
  }
}
