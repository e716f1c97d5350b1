package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same statements on a table whose rows lie on several servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralServersIT {

  private static final Dataset DATASET =
      Dataset.of(
          DatasetSpec.standard().withSizes(List.of(100, 2_000, 20_000)).withBackground(40, 4_000));

  private SpreadEvents events;

  @BeforeAll
  void start() throws SQLException {
    events = new SpreadEvents(2);
  }

  @AfterAll
  void stop() {
    events.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "distinct-on"})
  void answersExactly(String implementation) throws SQLException {
    events.load(DATASET);

    assertThat(events.rowsByShard()).allSatisfy(rows -> assertThat(rows).isPositive());
    ask(implementation, events.reader(), DATASET.users());
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void answersExactlyWhereCopiesDisagree(String implementation) throws SQLException {
    DisagreeingUsers.ask(events, events.reader(), implementation);
  }

  @Test
  void answersExactlyOnAConnectionStraightToTheServerOfTheUser() throws SQLException {
    events.load(DATASET);

    for (SeededUser user : DATASET.users()) {
      ask("after", events.readerOfShardOf(user.userId()), List.of(user));
    }
  }

  @Test
  void asksOneServerAboutOneUser(@TempDir Path work) throws SQLException {
    events.load(DATASET);
    events.execute("ALTER DATABASE postgres SET auto_explain.log_verbose = on");

    try (EvidenceStage stage = new EvidenceStage(events.owner(), work)) {
      for (SeededUser user : DATASET.users()) {
        DatabaseEvidence evidence = stage.explain("after", user);
        assertThat(evidence.reason()).isNull();
        Set<String> asked = new TreeSet<>();
        for (StatementEvidence statement : evidence.statements()) {
          collectAsked(statement.plan(), asked);
        }
        assertThat(asked).as("foreign tables read for the user of %d rows", user.size()).hasSize(1);
      }
    }
  }

  private static void ask(String implementation, ConnectionTarget target, List<SeededUser> users) {
    try (HikariDataSource pool = ReaderPool.open(target, 1)) {
      UserActivityService service = Implementations.named(implementation).create(pool);
      for (SeededUser user : users) {
        assertThat(service.fetchUserActivitySummary(user.userId())).isEqualTo(user.expected());
      }
    }
  }

  private static void collectAsked(JsonNode node, Set<String> asked) {
    if (node.has("Remote SQL") && node.path("Actual Loops").asInt() > 0) {
      // What does not belong to the user stays where it is.
      assertThat(node.path("Remote SQL").asText()).contains("user_id = ");
      String tables = node.path("Relation Name").asText(node.path("Relations").asText());
      asked.add(tables.replaceAll(".*(events_\\d+) .*", "$1"));
    }
    node.path("Plans").forEach(child -> collectAsked(child, asked));
  }
}
