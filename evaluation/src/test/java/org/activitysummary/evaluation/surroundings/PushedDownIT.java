package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.evidence.EvidenceStage;
import org.activitysummary.evaluation.evidence.StatementEvidence;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.SeededUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where an aggregation is done when the rows lie on another server: there, where the caller goes
 * there; and what a coordinator hands over, step by step from a count to what {@code after} sends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PushedDownIT {

  private static final Dataset DATASET =
      Dataset.of(DatasetSpec.standard().withSizes(List.of(100, 20_000)).withBackground(40, 4_000));

  private static final long USER = DATASET.users().get(1).userId();

  /** What {@code after} sums up, without the price. */
  private static final String MASK =
      "bit_or(1::bigint << (id & 63)::int) FILTER (WHERE octet_length(type) = 4)";

  private SpreadEvents events;

  @BeforeAll
  void start() throws Exception {
    events = new SpreadEvents(2);
    events.load(DATASET);
    events.execute("ALTER DATABASE postgres SET auto_explain.log_verbose = on");
  }

  @AfterAll
  void stop() {
    events.close();
  }

  @Test
  void theServerOfTheUserAggregatesWhereTheCallerGoesThere(@TempDir Path work) throws Exception {
    for (SeededUser user : DATASET.users()) {
      DatabaseEvidence evidence =
          new EvidenceStage(events.ownerOfShardOf(user.userId()), work).explain("after", user);
      assertThat(evidence.reason()).isNull();
      Set<String> nodes = new TreeSet<>();
      evidence.statements().forEach(statement -> collect(statement.plan(), "Node Type", nodes));
      assertThat(nodes).contains("Aggregate").doesNotContain("Foreign Scan");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The foreign table itself, where the server of the user is known.
        "SELECT count(*) FROM events_%d WHERE user_id = %d",
        "SELECT id >> 6, " + MASK + " FROM events_%d WHERE user_id = %d GROUP BY 1",
      })
  void oneForeignTableIsAggregatedWhereItLies(String sql) throws Exception {
    assertThat(handedOver(sql.formatted(events.shardOf(USER), USER), "off")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT user_id, count(*) FROM events WHERE user_id = %d GROUP BY user_id",
        "SELECT user_id, id >> 6, " + MASK + " FROM events WHERE user_id = %d GROUP BY 1, 2",
        // The metadata of purchases in the place of their prices.
        "SELECT user_id, id >> 6, CASE WHEN type = 'purchase' THEN metadata END, "
            + MASK
            + " FROM events WHERE user_id = %d GROUP BY 1, 2, 3",
      })
  void aPartitionIsAggregatedWhereItLiesIfGroupsNameTheUserAndTheSettingAllowsIt(String sql)
      throws Exception {
    assertThat(handedOver(sql.formatted(USER), "on")).isTrue();
    assertThat(handedOver(sql.formatted(USER), "off")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Groups that do not name the partition key are partial ones.
        "SELECT count(*) FROM events WHERE user_id = %d",
        // The key 'price' has a collation that comes from no column.
        "SELECT user_id, metadata -> 'price', count(*) FROM events WHERE user_id = %d GROUP BY 1, 2",
        // An arm of a UNION ALL is no partition.
        "SELECT user_id, count(*) FROM (SELECT user_id FROM events UNION ALL SELECT user_id FROM events"
            + " WHERE false) AS marked WHERE user_id = %d GROUP BY user_id",
        // The first copy is known by its place.
        "SELECT DISTINCT ON (id) type, metadata FROM events WHERE user_id = %d ORDER BY id, ctid",
      })
  void whatTheStatementNeedsBesidesIsNotHandedOver(String sql) throws Exception {
    assertThat(handedOver(sql.formatted(USER), "on")).isFalse();
  }

  @Test
  void theServerOfTheUserGroupsWhatAfterAsksTheCoordinator(@TempDir Path work) throws Exception {
    int shard = events.shardOf(USER);

    try (EvidenceStage stage = new EvidenceStage(events.owner(), work)) {
      StatementEvidence last = lastOf(stage.explain("after", DATASET.users().get(1)));

      assertThat(executedForeignScans(last.plan()))
          .singleElement()
          .satisfies(
              scan -> {
                assertThat(scan.get("Relations").asText())
                    .startsWith("Aggregate on (spread.events_%d ".formatted(shard));
                assertThat(scan.get("Remote SQL").asText())
                    .contains("bit_or(", "user_id = %d".formatted(USER), " GROUP BY ");
              });
      assertThat(handedOver(last.sql(), "on")).isTrue();
      assertThat(handedOver(last.sql(), "off")).isFalse();
    }
  }

  @Test
  void onlyBlocksWithCopiesThatDisagreeTravel(@TempDir Path work) throws Exception {
    SeededUser user = DATASET.users().get(1);
    long block = conflict(user.userId());
    try (EvidenceStage stage = new EvidenceStage(events.owner(), work)) {
      StatementEvidence last = lastOf(stage.explain("after", user));

      assertThat(executedForeignScans(last.plan()))
          .filteredOn(scan -> !scan.has("Relations"))
          .singleElement()
          .satisfies(
              scan -> {
                assertThat(scan.get("Remote SQL").asText()).contains("= ANY ($1::bigint[])");
                assertThat(scan.get("Actual Rows").asInt())
                    .isEqualTo(rowsOfBlock(user.userId(), block));
              });
    } finally {
      events.load(DATASET);
    }
  }

  @Test
  void whereRowsTravelNothingIsHandedOver(@TempDir Path work) throws Exception {
    Set<String> nodes = new TreeSet<>();
    Set<String> relations = new TreeSet<>();
    try (EvidenceStage stage = new EvidenceStage(events.owner(), work)) {
      for (StatementEvidence statement :
          stage
              .explain(SeveralServersLatencyIT.ROWS_TRAVEL_WITH, DATASET.users().get(1))
              .statements()) {
        collect(statement.plan(), "Node Type", nodes);
        collect(statement.plan(), "Relations", relations);
      }
    }
    assertThat(nodes).contains("Foreign Scan");
    assertThat(relations).isEmpty();
  }

  /** Has a click redelivered as a view; returns the block of its id. */
  private long conflict(long userId) throws Exception {
    try (Connection connection = connect(events.ownerOfShardOf(userId));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "INSERT INTO events (id, user_id, type) SELECT id, user_id, 'view' FROM events WHERE"
                    + " type = 'click' AND user_id = %d LIMIT 1 RETURNING id >> 6"
                        .formatted(userId))) {
      row.next();
      return row.getLong(1);
    }
  }

  private int rowsOfBlock(long userId, long block) throws Exception {
    try (Connection connection = connect(events.ownerOfShardOf(userId));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM events WHERE user_id = %d AND id >> 6 = %d"
                    .formatted(userId, block))) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Returns the one that answers; the first, for users with few rows, comes before it. */
  private static StatementEvidence lastOf(DatabaseEvidence evidence) {
    assertThat(evidence.reason()).isNull();
    List<StatementEvidence> ofOneCall =
        evidence.statements().stream().filter(s -> s.calls().contains(1)).toList();
    assertThat(ofOneCall).hasSize(2);
    return ofOneCall.get(1);
  }

  private static List<JsonNode> executedForeignScans(JsonNode node) {
    List<JsonNode> scans = new ArrayList<>();
    if (node.has("Remote SQL") && node.path("Actual Loops").asInt() > 0) {
      scans.add(node);
    }
    node.path("Plans").forEach(child -> scans.addAll(executedForeignScans(child)));
    return scans;
  }

  private static Connection connect(ConnectionTarget target) throws SQLException {
    return DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
  }

  /** The coordinator is asked about a statement without parameters: each stands for the user. */
  private boolean handedOver(String sql, String partitionwise) throws SQLException {
    String aboutUser = sql.replaceAll("\\$\\d+", Long.toString(USER));
    return new Coordinator(events.owner()).handsOver(aboutUser, partitionwise);
  }

  private static void collect(JsonNode node, String field, Set<String> values) {
    if (node.has(field)) {
      values.add(node.get(field).asText());
    }
    node.path("Plans").forEach(child -> collect(child, field, values));
  }
}
