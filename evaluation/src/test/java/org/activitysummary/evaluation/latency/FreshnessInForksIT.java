package org.activitysummary.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An event comes and goes at the end of a real fork. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshnessInForksIT {

  private static final int SIZE = 100;

  private SeededForks seeded;

  @BeforeAll
  void seed(@TempDir Path directory) {
    DatasetSpec spec = DatasetSpec.standard().withSizes(List.of(SIZE)).withBackground(2, 100);
    seeded = SeededForks.seed("freshness_in_forks_test", spec, directory);
  }

  @AfterAll
  void close() {
    seeded.close();
  }

  private ForkResult run(String implementation) {
    return seeded
        .forks()
        .run(new Cell(Arm.first(implementation), SIZE), 1, SeededForks.SHORT, seeded.schema());
  }

  private long rows() throws SQLException {
    try (Connection owner = seeded.schema().connectAsOwner();
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
    assertThat(rows()).isEqualTo(seeded.dataset().rows());
  }

  @Test
  void aCacheInTheTimedProcessIsFoundOut() throws SQLException {
    Tally answers = run("planted-cache").freshness();

    assertThat(answers.asked()).isEqualTo(2);
    assertThat(answers.right()).isEqualTo(1);
    assertThat(answers.failures()).singleElement().asString().contains("with one event more");
    assertThat(rows()).isEqualTo(seeded.dataset().rows());
  }
}
