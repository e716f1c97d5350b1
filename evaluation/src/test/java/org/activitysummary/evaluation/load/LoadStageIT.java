package org.activitysummary.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.activitysummary.evaluation.statistics.HistogramCodec;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Loads real processes; asserts nothing that depends on the machine's speed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadStageIT {

  private static final int HEAP_MEGABYTES = 16;

  private EventsSchema schema;
  private LoadStage stage;

  @BeforeAll
  void seed(@TempDir Path directory) throws IOException {
    Dataset dataset =
        Dataset.of(DatasetSpec.standard().withSizes(List.of(100, 60_000)).withBackground(2, 100));
    schema = EventsSchema.create(EmbeddedServer.shared(), "load_stage_test");
    schema.load(dataset, LoadProgress.SILENT);
    Path target = directory.resolve("target.properties");
    new Target(schema.reader(), dataset.users()).write(target);
    stage = new LoadStage(target);
  }

  @AfterAll
  void close() {
    schema.close();
  }

  private static LoadPlan plan(int callers) {
    return new LoadPlan(true, 30, callers, Duration.ofSeconds(1), HEAP_MEGABYTES, 7);
  }

  @Test
  void tellsOfCallsWaitsAndMemoryOfEveryStep() {
    LoadOutcome outcome = stage.run("after", plan(4), List.of(plan(1), plan(16)));

    assertThat(outcome.failure()).isNull();
    assertThat(outcome.completed()).isEqualTo(outcome.intended()).isPositive();
    assertThat(outcome.residentSet()).isNotEmpty().allMatch(seen -> seen.bytes() > 0);
    assertThat(outcome.pool().acquired()).isGreaterThanOrEqualTo(outcome.completed());
    assertThat(outcome.p50Lag()).isLessThanOrEqualTo(outcome.maxLag());
    assertThat(outcome.series()).extracting(LoadStep::callers).containsExactly(1, 16);
    assertThat(outcome.series())
        .allMatch(step -> step.errors() == 0 && step.completed() == step.intended());
    assertThat(outcome.series().get(1).pool().connections()).isEqualTo(10);
    assertThat(HistogramCodec.decode(outcome.histogram()).getTotalCount())
        .isEqualTo(outcome.completed());
    assertThat(outcome.series())
        .allMatch(
            step ->
                HistogramCodec.decode(step.histogram()).getTotalCount() == step.completed()
                    && step.p50() <= step.max());
    assertThat(outcome.recomputed()).isEqualTo(outcome);
  }

  @Test
  void namesTheExhaustedHeapOfOneThatFetchesEverything() {
    LoadOutcome outcome = stage.run("before", plan(8));

    assertThat(outcome.failure()).startsWith("java.lang.OutOfMemoryError after ");
    assertThat(outcome.completed()).isLessThan(outcome.intended());
  }
}
