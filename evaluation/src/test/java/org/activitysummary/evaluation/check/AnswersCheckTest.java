package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.activitysummary.testbed.conformance.ConformanceCase.Category;
import org.junit.jupiter.api.Test;

class AnswersCheckTest {

  private static final Check CHECK =
      new AnswersCheck("edge-cases", "R6", "edges", Conformance::seeded);

  private static Tally right(int answers) {
    return new Tally(answers, answers, List.of());
  }

  private static Conformance seeded(Tally seeded) {
    return new Conformance(Map.of(), Map.of(), seeded, Tally.NONE, Tally.NONE, Tally.NONE);
  }

  private static Finding judge(Tally seeded) {
    return CHECK.judge("after", CheckFixture.answered(seeded(seeded)));
  }

  @Test
  void passesWhenEveryAnswerIsRight() {
    assertThat(judge(right(3)))
        .isEqualTo(
            Finding.counted(
                true, 3, 3, "answers", "3 of 3 answers about edges are right.", List.of()));
  }

  @Test
  void namesTheFirstAnswerThatIsWrongAndKeepsTheOthersAsEvidence() {
    List<String> wrong = List.of("7 clicks instead of 8", "no views");

    assertThat(judge(new Tally(4, 2, wrong)))
        .isEqualTo(
            Finding.counted(
                false,
                2,
                4,
                "answers",
                "2 of 4 answers about edges are right; the first that is not: 7 clicks instead of 8.",
                wrong));
  }

  @Test
  void saysThatNothingWasAsked() {
    Finding nothing = Finding.inconclusive("Nothing was asked about edges.");

    assertThat(judge(Tally.NONE)).isEqualTo(nothing);
    assertThat(CHECK.judge("unknown", CheckFixture.answered(seeded(right(3))))).isEqualTo(nothing);
  }

  /** A power of two for each group, so that a sum tells what it was made of. */
  @Test
  void everyAnswerBelongsToOneCheck() {
    Conformance conformance =
        new Conformance(
            Map.of(
                Category.COUNTING, right(1),
                Category.EDGE, right(2),
                Category.DEDUPLICATION, right(4),
                Category.PRICE, right(8)),
            Map.of("one shape", right(16), "another", right(32)),
            right(64),
            right(128),
            right(256),
            right(512));

    assertThat(observed(conformance))
        .containsExactly(
            "functional-correctness R6: 129 of 129 answers about counting and events stored just before are right.",
            "edge-cases R6: 266 of 266 answers about edges, prices and failures of the database are right.",
            "deduplication R6: 4 of 4 answers about copies are right.",
            "functional-parity R6: 112 of 112 answers about the seeded users and users with random events are right.");
  }

  @Test
  void asksNothingOfACategoryWithoutCases() {
    Conformance none = seeded(Tally.NONE);

    assertThat(observed(none)).hasSize(4).allMatch(line -> line.contains("Nothing was asked"));
  }

  private static List<String> observed(Conformance conformance) {
    List<CheckResult> results =
        new Checks(LookPlan.standard())
            .judge(Collections.singletonList("after"), CheckFixture.answered(conformance));
    return results.subList(0, 4).stream()
        .map(r -> "%s %s: %s".formatted(r.id(), r.requirement(), r.sentence()))
        .toList();
  }
}
