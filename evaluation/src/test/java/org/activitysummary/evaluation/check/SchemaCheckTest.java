package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;
import org.activitysummary.evaluation.statistics.LookPlan;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

  private static final String FUNCTION = "function total() is new";
  private static final String INDEX = "index events_type_idx is new";

  private static final SchemaWatch CHANGED =
      new SchemaWatch(7, List.of(FUNCTION, INDEX), List.of(INDEX), "12ab", "34cd");

  private static Finding judge(String id, SchemaWatch watch) {
    return new Checks(LookPlan.standard())
        .all().stream()
            .filter(check -> check.id().equals(id))
            .findFirst()
            .orElseThrow()
            .judge("after", CheckFixture.watched(watch));
  }

  @Test
  void passesWithTheHashOfTheCatalogsWhenNothingDiffers() {
    SchemaWatch same = new SchemaWatch(7, List.of(), List.of(), "12ab", "34cd");

    assertThat(judge("schema-unchanged", same))
        .isEqualTo(
            Finding.counted(
                true,
                0,
                0,
                "differences",
                "Schema: 0 differences in 7 comparisons of the catalogs.",
                List.of("sha256 34cd")));
    assertThat(judge("no-new-indexes", same).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void anIndexIsTheBusinessOfOneCheckAndEverythingElseOfTheOther() {
    assertThat(judge("schema-unchanged", CHANGED))
        .isEqualTo(
            Finding.counted(
                false,
                1,
                0,
                "differences",
                "Schema: 1 differences in 7 comparisons of the catalogs.",
                List.of(FUNCTION)));
    assertThat(judge("no-new-indexes", CHANGED))
        .isEqualTo(
            Finding.counted(
                false,
                1,
                0,
                "differences",
                "Indexes: 1 differences in 7 comparisons of the catalogs.",
                List.of(INDEX)));
  }

  @Test
  void saysThatTheCatalogsWereNotCompared() {
    SchemaWatch unwatched = new SchemaWatch(0, List.of(), List.of(), "12ab", "12ab");
    Finding notCompared = Finding.inconclusive("The catalogs were not compared.");
    Check check = new SchemaCheck("s", "R4", "Schema", SchemaWatch::differences);

    assertThat(judge("schema-unchanged", unwatched)).isEqualTo(notCompared);
    assertThat(check.judge("unknown", CheckFixture.watched(CHANGED))).isEqualTo(notCompared);
  }
}
