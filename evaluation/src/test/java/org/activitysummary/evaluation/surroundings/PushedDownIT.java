package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.evidence.EvidenceStage;
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
 * there; and what a coordinator hands over, step by step from a count to what {@code after} asks.
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
  void aWholeStatementIsAggregatedWhereTheRowsLieIfItIsShapedForIt() throws Exception {
    assertThat(handedOver(HandedOver.sql(USER), "on")).isTrue();
    assertThat(handedOver(HandedOver.sql(USER), "off")).isFalse();
  }

  /** Returns whether a server is sent the aggregation, not just the question for rows. */
  private boolean handedOver(String sql, String partitionwise) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                events.owner().jdbcUrl(), events.owner().driverProperties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_partitionwise_aggregate = " + partitionwise);
      try (ResultSet row =
          statement.executeQuery("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) " + sql)) {
        row.next();
        Set<String> relations = new TreeSet<>();
        JsonNode plan = new ObjectMapper().readTree(row.getString(1)).get(0).get("Plan");
        collect(plan, "Relations", relations);
        return relations.stream().anyMatch(relation -> relation.startsWith("Aggregate on"));
      }
    }
  }

  private static void collect(JsonNode node, String field, Set<String> values) {
    if (node.has(field)) {
      values.add(node.get(field).asText());
    }
    node.path("Plans").forEach(child -> collect(child, field, values));
  }
}
