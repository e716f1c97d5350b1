package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.activitysummary.evaluation.conformance.Tally;
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

/** An event comes and goes at the end of a real fork. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshnessInForksIT {

  private static final int SIZE = 100;
  private static final ForkPlan SHORT = new ForkPlan(Duration.ofMillis(50), Duration.ofMillis(50));

  private EventsSchema schema;
  private Dataset dataset;
  private JmhFork forks;

  @BeforeAll
  void seed(@TempDir Path directory) {
    dataset = Dataset.of(DatasetSpec.standard().withSizes(List.of(SIZE)).withBackground(2, 100));
    schema = EventsSchema.create(EmbeddedServer.shared(), "freshness_in_forks_test");
    schema.load(dataset, LoadProgress.SILENT);
    Path target = directory.resolve("target.properties");
    new Target(schema.reader(), dataset.users()).write(target);
    forks = new JmhFork(target, directory, OptionalLong.empty());
  }

  @AfterAll
  void close() {
    schema.close();
  }

  private ForkResult run(String implementation) {
    return forks.run(new Cell(Arm.first(implementation), SIZE), 1, SHORT, schema);
  }

  private long rows() throws SQLException {
    try (Connection owner = schema.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM events")) {
      count.next();
      return count.getLong(1);
    }
  }

  @Test
  void whoAsksTheDatabaseSeesTheEventComeAndGo() throws SQLException {
    ForkResult result = run("after");

    assertThat(result.freshness()).isEqualTo(new Tally(2, 2, List.of()));
    assertThat(result.noise().collectorMillis()).isNotNegative();
    assertThat(rows()).isEqualTo(dataset.rows());
  }

  @Test
  void aCacheInTheTimedProcessIsFoundOut() throws SQLException {
    Tally answers = run("planted-cache").freshness();

    assertThat(answers.asked()).isEqualTo(2);
    assertThat(answers.right()).isEqualTo(1);
    assertThat(answers.failures()).singleElement().asString().contains("with one event more");
    assertThat(rows()).isEqualTo(dataset.rows());
  }
}
