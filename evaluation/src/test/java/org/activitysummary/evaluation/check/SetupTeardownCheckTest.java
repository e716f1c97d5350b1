package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;
import org.junit.jupiter.api.Test;

class SetupTeardownCheckTest {

  private static final SetupTeardown CLEAN = new SetupTeardown("1a", "1a", 500, 500, 0);
  private static final Conformance TIDY = connections(new Tally(3, 3, List.of()));
  private static final List<String> EVIDENCE = List.of("dataset sha256 1a");

  private static Conformance connections(Tally connections) {
    return new Conformance(Map.of(), Map.of(), Tally.NONE, Tally.NONE, Tally.NONE, connections);
  }

  private static Finding judge(String implementation, SetupTeardown setup, Conformance after) {
    Evidence evidence =
        new Evidence(
            List.of(100),
            Map.of("after", after),
            List.of(),
            List.of(),
            Map.of(),
            setup,
            Map.of(),
            null);
    return new SetupTeardownCheck().judge(implementation, evidence);
  }

  private static Finding wrong(int troubles, String which) {
    return Finding.counted(
        false,
        troubles,
        0,
        "troubles",
        "Setup or teardown went wrong: %s.".formatted(which),
        EVIDENCE);
  }

  @Test
  void passesWhenTheDatasetIsTheSameAndNothingIsLeft() {
    Finding passed =
        Finding.counted(
            true,
            0,
            0,
            "troubles",
            "The dataset came out the same twice and kept its rows; connections were given back and schemas removed.",
            EVIDENCE);

    assertThat(judge("after", CLEAN, TIDY)).isEqualTo(passed);
    assertThat(judge("never asked", CLEAN, TIDY)).isEqualTo(passed);
  }

  @Test
  void namesEachTrouble() {
    assertThat(judge("after", new SetupTeardown("1a", "2b", 500, 500, 0), TIDY))
        .isEqualTo(wrong(1, "the same spec gave rows 1a and then 2b"));
    assertThat(judge("after", new SetupTeardown("1a", "1a", 500, 499, 0), TIDY))
        .isEqualTo(wrong(1, "500 rows were loaded but 499 are there at the end"));
    assertThat(judge("after", new SetupTeardown("1a", "1a", 500, 500, 2), TIDY))
        .isEqualTo(wrong(1, "2 schemas of this run are still there"));
    assertThat(judge("after", CLEAN, connections(new Tally(3, 2, List.of("1 connection kept")))))
        .isEqualTo(wrong(1, "1 connection kept"));
  }

  @Test
  void countsAllTroublesTogether() {
    Conformance leaking = connections(new Tally(3, 2, List.of("1 connection kept")));

    assertThat(judge("after", new SetupTeardown("1a", "1a", 500, 501, 1), leaking))
        .isEqualTo(
            wrong(
                3,
                "1 connection kept; 500 rows were loaded but 501 are there at the end;"
                    + " 1 schemas of this run are still there"));
  }

  @Test
  void saysThatNothingWasCompared() {
    assertThat(judge("after", null, TIDY))
        .isEqualTo(Finding.inconclusive("Setup and teardown were not compared."));
  }

  @Test
  void belongsToTheTests() {
    assertThat(new SetupTeardownCheck().id()).isEqualTo("setup-teardown");
    assertThat(new SetupTeardownCheck().requirement()).isEqualTo("R7");
  }
}
