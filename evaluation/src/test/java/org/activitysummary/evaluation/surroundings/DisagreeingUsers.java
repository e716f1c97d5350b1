package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;

/** Users of every adverse shape, among them copies that disagree, some with few rows. */
final class DisagreeingUsers {

  private static final int COUNT = 24;
  private static final int MOST_ROWS = 1_000;

  /** Leaves room for the rows that a shape gives to the next user. */
  private static final long STEP = 10;

  private DisagreeingUsers() {}

  /** Stores them and holds every answer against the oracle's. */
  static void ask(SpreadEvents events, ConnectionTarget target, String implementation)
      throws SQLException {
    List<Event> random = new ArrayList<>();
    for (int n = 0; n < COUNT; n++) {
      AdverseShape shape = AdverseShape.values()[n % AdverseShape.values().length];
      random.addAll(RandomEvents.generate(n, shape, STEP * n, MOST_ROWS));
    }
    List<Event> stored = events.store(random);

    try (HikariDataSource pool = ReaderPool.open(target, 1)) {
      UserActivityService service = Implementations.named(implementation).create(pool);
      for (int n = 0; n < COUNT; n++) {
        assertThat(service.fetchUserActivitySummary(STEP * n))
            .as("user %d", STEP * n)
            .isEqualTo(Oracle.summarize(stored, STEP * n));
      }
    }
  }
}
