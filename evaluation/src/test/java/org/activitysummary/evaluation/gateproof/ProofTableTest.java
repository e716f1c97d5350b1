package org.activitysummary.evaluation.gateproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.derivation.BaselineMove;
import org.activitysummary.evaluation.derivation.RecordedFixture;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.junit.jupiter.api.Test;

class ProofTableTest {

  private static ProofRun run(Candidate candidate, Report report) {
    return new ProofRun(candidate, report, Path.of("folder"), 77);
  }

  @Test
  void anUnchangedRunMustNotBeRed() {
    String table =
        ProofTable.text(
            List.of(
                run(Candidate.unchanged(), ReportFixture.undecided(false)),
                run(Candidate.unchanged(), ReportFixture.withEveryVerdict())));

    assertThat(table)
        .contains("1 of 2 runs: the gate said what it must.")
        .contains("| 1 | after | INCONCLUSIVE | yes | 77 |  | INCONCLUSIVE latency-target of after")
        .contains("| 2 | after | FAIL | NO | 77 | ");
  }

  @Test
  void tellsHowTimesChangedWhateverTheGateSays() {
    Baseline baseline = BaselineMove.from(new RecordedFixture().report(), true);
    Report same = new RecordedFixture().seeded(2).heldAgainst(baseline).report();

    assertThat(ProofTable.text(List.of(run(Candidate.unchanged(), same))))
        .containsPattern(
            "\\| 77 \\| 10,000 events: (0.9|1.0)\\d \\(0.9\\d to 1.0\\d\\);"
                + " 1,000,000 events: (0.9|1.0)\\d \\(0.9\\d to 1.0\\d\\) \\|");
  }

  @Test
  void aFaultMustBeRedForItsOwnReason() {
    Candidate fault = new Candidate("after", "edge-cases");
    Candidate another = new Candidate("after", "memory.growth");
    Report red = ReportFixture.withEveryVerdict();

    assertThat(ProofTable.text(List.of(run(fault, red), run(another, red))))
        .contains("1 of 2 runs")
        .contains("| 1 | after | FAIL | yes | 77 |  | FAIL edge-cases of after")
        .contains("| 2 | after | FAIL | NO | 77 |");
  }
}
