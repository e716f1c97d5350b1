package org.activitysummary.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

  @TempDir private Path folder;

  @Test
  void givesBackWhatWasWritten() {
    PlanFile.Plans plans =
        new PlanFile.Plans(
            List.of(
                new TakenPlan("SELECT 'ä' -- = :\n", "[{\"Plan\": {\n}}]"),
                new TakenPlan("SELECT 2", "[]")),
            null);
    PlanFile.write(folder.resolve("plans"), plans);
    assertThat(PlanFile.read(folder.resolve("plans"))).isEqualTo(plans);
  }

  @Test
  void givesBackWhyThereAreNone() {
    PlanFile.write(folder.resolve("plans"), PlanFile.Plans.failed("no EXPLAIN here"));
    assertThat(PlanFile.read(folder.resolve("plans")))
        .isEqualTo(new PlanFile.Plans(List.of(), "no EXPLAIN here"));
  }
}
