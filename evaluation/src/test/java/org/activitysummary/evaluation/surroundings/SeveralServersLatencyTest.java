package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints what a call takes on one server, through a coordinator and straight to the server of the
 * user, in turns; judges only the answers. The servers share this machine, so nothing here says
 * what more machines would add.
 */
@Tag("measurement")
class SeveralServersLatencyTest {

  private static final Dataset DATASET = Dataset.of(DatasetSpec.standard());
  private static final int WARM_UP = 12;
  private static final int ROUNDS = 15;

  @Test
  void comparesTheWaysToTheRows() throws SQLException {
    try (Database single = Database.open(new DatabaseLocation.Embedded());
        EventsSchema schema = EventsSchema.create(single, "single");
        SpreadEvents spread = new SpreadEvents(2)) {
      schema.load(DATASET, LoadProgress.SILENT);
      spread.load(DATASET);
      for (SeededUser user : DATASET.users()) {
        Map<String, ConnectionTarget> ways = new LinkedHashMap<>();
        ways.put("one server", schema.reader());
        ways.put("coordinator", spread.reader());
        ways.put("server of the user", spread.readerOfShardOf(user.userId()));
        compare(user, ways);
      }
      spread.execute("ALTER SERVER shard_0 OPTIONS (SET fetch_size '100')");
      spread.execute("ALTER SERVER shard_1 OPTIONS (SET fetch_size '100')");
      for (SeededUser user : DATASET.users()) {
        compare(user, Map.of("coordinator, fetch_size 100", spread.reader()));
      }
    }
  }

  private static void compare(SeededUser user, Map<String, ConnectionTarget> ways) {
    Map<String, HikariDataSource> pools = new LinkedHashMap<>();
    Map<String, double[]> millis = new LinkedHashMap<>();
    try {
      ways.forEach((way, target) -> pools.put(way, ReaderPool.open(target, 1)));
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (Map.Entry<String, HikariDataSource> pool : pools.entrySet()) {
          double took = time(pool.getValue(), user);
          if (round >= 0) {
            millis.computeIfAbsent(pool.getKey(), way -> new double[ROUNDS])[round] = took;
          }
        }
      }
    } finally {
      pools.values().forEach(HikariDataSource::close);
    }
    millis.forEach(
        (way, all) -> {
          Arrays.sort(all);
          System.out.printf(
              Locale.ROOT, "%,9d rows, %-27s P50 %8.2f ms%n", user.size(), way, all[ROUNDS / 2]);
        });
  }

  private static double time(HikariDataSource pool, SeededUser user) {
    UserActivityService service = Implementations.named("after").create(pool);
    long start = System.nanoTime();
    assertThat(service.fetchUserActivitySummary(user.userId())).isEqualTo(user.expected());
    return (System.nanoTime() - start) / 1e6;
  }
}
