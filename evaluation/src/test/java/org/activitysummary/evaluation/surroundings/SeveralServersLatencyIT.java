package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.Comparisons;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.planted.InProcessTimer;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.statistics.LatencySample;
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
import org.junit.jupiter.api.Timeout;

/**
 * Times a call on one server, through a coordinator and straight to the server of the user, in
 * turns; judges only the answers. The servers share this machine, so nothing here says what more
 * machines would add. {@code -Dseveral-servers.output=FILE} writes what it prints as JSON, too.
 */
@Tag("measurement")
class SeveralServersLatencyIT {

  private static final String OUTPUT = "several-servers.output";
  private static final Dataset DATASET = Dataset.of(DatasetSpec.standard());
  private static final String ONE_SERVER = "one server";
  private static final String COORDINATOR = "coordinator";

  /** Through the coordinator, too, but nothing is handed over. */
  private static final String ROWS_TRAVEL = "coordinator, rows travel";

  /** One statement, of which nothing but the filter can be handed over. */
  static final String ROWS_TRAVEL_WITH = "distinct-on";

  /** Beyond the tenth execution, where the driver and the server have settled their plans. */
  private static final int WARMUP_CALLS = 10;

  /** What PostgreSQL does unless told otherwise. */
  private static final int DEFAULT_FETCH_SIZE = 100;

  private static final int ROUNDS = 5;
  private static final int CALLS = 2;
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * One way to the rows of one user.
   *
   * @param rows of the user
   * @param way which servers are asked
   * @param fetchSize rows a round trip between coordinator and server
   * @param calls that were timed
   * @param medianMillis of them
   * @param againstOneServer ratio of medians with its interval, from calls that took turns
   */
  private record Finding(
      int rows,
      String way,
      int fetchSize,
      int calls,
      double medianMillis,
      Comparison againstOneServer) {}

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void comparesTheWaysToTheRows() throws SQLException, IOException {
    List<Finding> findings = new ArrayList<>();
    try (Database single = Database.open(new DatabaseLocation.Embedded());
        EventsSchema schema = EventsSchema.create(single, "single");
        SpreadEvents spread = new SpreadEvents(2)) {
      schema.load(DATASET, LoadProgress.SILENT);
      spread.load(DATASET);
      for (int fetchSize : List.of(DEFAULT_FETCH_SIZE, SpreadEvents.FETCH_SIZE)) {
        spread.fetch(fetchSize);
        for (SeededUser user : DATASET.users()) {
          Map<String, ConnectionTarget> ways = new LinkedHashMap<>();
          ways.put(ONE_SERVER, schema.reader());
          ways.put(COORDINATOR, spread.reader());
          ways.put("server of the user", spread.readerOfShardOf(user.userId()));
          findings.addAll(compare(user, fetchSize, ways));
        }
      }
    }
    findings.forEach(SeveralServersLatencyIT::print);
    String output = System.getProperty(OUTPUT, "");
    if (!output.isEmpty()) {
      Files.write(Path.of(output), JsonFormat.bytes(findings));
    }
  }

  private static List<Finding> compare(
      SeededUser user, int fetchSize, Map<String, ConnectionTarget> ways) {
    Map<String, HikariDataSource> pools = new LinkedHashMap<>();
    Map<String, UserActivityService> services = new LinkedHashMap<>();
    try {
      ways.forEach((way, target) -> pools.put(way, ReaderPool.open(target, 1)));
      pools.forEach((way, pool) -> services.put(way, Implementations.named("after").create(pool)));
      services.put(
          ROWS_TRAVEL, Implementations.named(ROWS_TRAVEL_WITH).create(pools.get(COORDINATOR)));
      services.forEach((way, service) -> ask(way, service, user));
      List<ForkResult> rounds = InProcessTimer.time(services, user, WARMUP_CALLS, ROUNDS, CALLS);
      services.forEach((way, service) -> ask(way, service, user));
      return services.keySet().stream().map(way -> finding(user, way, fetchSize, rounds)).toList();
    } finally {
      pools.values().forEach(HikariDataSource::close);
    }
  }

  private static void ask(String way, UserActivityService service, SeededUser user) {
    assertThat(service.fetchUserActivitySummary(user.userId())).as(way).isEqualTo(user.expected());
  }

  private static Finding finding(
      SeededUser user, String way, int fetchSize, List<ForkResult> rounds) {
    LatencySample calls =
        LatencySample.pooled(
            rounds.stream()
                .filter(round -> round.cell().arm().implementation().equals(way))
                .map(round -> LatencySample.of(round.nanos()))
                .toList());
    Comparison ratio =
        new Comparisons(rounds, List.of())
            .of(way, ONE_SERVER).stream()
                .filter(found -> found.quantity().equals(Comparison.LATENCY_P50))
                .findFirst()
                .orElseThrow();
    return new Finding(
        user.size(),
        way,
        fetchSize,
        calls.size(),
        calls.median() / NANOS_PER_MILLI,
        way.equals(ONE_SERVER) ? null : ratio);
  }

  private static void print(Finding found) {
    Comparison ratio = found.againstOneServer();
    System.out.printf(
        Locale.ROOT,
        "%,9d rows, fetch_size %,6d, %-37s median %8.2f ms%s%n",
        found.rows(),
        found.fetchSize(),
        found.way(),
        found.medianMillis(),
        ratio == null
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.2f (%.2f to %.2f) of one server",
                ratio.ratio(),
                ratio.low(),
                ratio.high()));
  }
}
