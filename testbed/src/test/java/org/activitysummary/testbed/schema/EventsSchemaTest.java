package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedServer.class)
class EventsSchemaTest {

  private static final DatasetSpec SPEC =
      DatasetSpec.standard().withSizes(List.of(10, 20_000)).withBackground(20, 2_000);

  private final Database database;
  private EventsSchema schema;

  EventsSchemaTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create() {
    schema = EventsSchema.create(database, "events_schema_test");
  }

  @AfterEach
  void close() {
    schema.close();
  }

  @Test
  void storesADatasetRowByRowInItsOrder() throws SQLException {
    Dataset dataset = Dataset.of(SPEC);
    List<Event> expected = new ArrayList<>();
    dataset.forEach(expected::add);

    LoadResult result = schema.load(dataset, LoadProgress.SILENT);

    assertThat(result.rows()).isEqualTo(22_010);
    assertThat(result.bytes()).isGreaterThan(22_010 * 40);
    assertThat(result.rowsPerSecond()).isPositive();
    List<Event> stored = new ArrayList<>();
    try (Connection reader = connect(schema.reader());
        Statement statement = reader.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT id, user_id, type FROM events ORDER BY ctid")) {
      while (row.next()) {
        stored.add(new Event(row.getLong(1), row.getLong(2), row.getString(3), null));
      }
    }
    assertThat(stored)
        .isEqualTo(
            expected.stream().map(e -> new Event(e.id(), e.userId(), e.type(), null)).toList());
  }

  @Test
  void knowsUsersAndFingerprintAfterLoadingWithoutAnotherPass() {
    Dataset dataset = Dataset.of(SPEC);
    schema.load(dataset, LoadProgress.SILENT);

    assertThat(dataset.fingerprint()).isEqualTo(Dataset.of(SPEC).fingerprint());
    assertThat(dataset.users()).isEqualTo(Dataset.of(SPEC).users());
  }

  @Test
  void leavesTheTableVacuumedAndAnalyzed() throws SQLException {
    schema.load(Dataset.of(SPEC), LoadProgress.SILENT);

    assertThat(
            one(
                "SELECT reltuples = 22010 AND relallvisible = relpages AND relallfrozen = relpages"
                    + " FROM pg_class WHERE oid = 'events'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void replacesWhatTheTableHeld() throws SQLException {
    schema.insert(List.of(new Event(1, 1, "click", null)));
    schema.load(Dataset.of(SPEC), LoadProgress.SILENT);
    schema.load(Dataset.of(SPEC), LoadProgress.SILENT);

    assertThat(one("SELECT count(*) FROM events")).isEqualTo("22010");
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> heard = new ArrayList<>();

    schema.load(Dataset.of(SPEC), (rows, total) -> heard.add(rows * 1_000_000 + total));

    assertThat(heard)
        .isSorted()
        .hasSizeGreaterThan(2)
        .last()
        .isEqualTo(22_010L * 1_000_000 + 22_010);
  }

  @Test
  void leavesTheTableEmptyAndUsableWhenLoadingFails() throws SQLException {
    IllegalStateException failure = new IllegalStateException("cancelled");

    assertThatThrownBy(
            () ->
                schema.load(
                    Dataset.of(SPEC),
                    (rows, total) -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(one("SELECT count(*) FROM events")).isEqualTo("0");
    schema.insert(List.of(new Event(1, 1, "click", null)));
    assertThat(one("SELECT count(*) FROM events")).isEqualTo("1");
  }

  @Test
  void storesRowsOfAllSizesInTheOrderOfTheListIntoAnEmptyTable() throws SQLException {
    List<Event> events = new ArrayList<>();
    for (int id = 0; id < 20_000; id++) {
      // Large rows leave room at the end of a page that a later small one would fit into.
      String padding = "x".repeat(id % 7 == 0 ? 10 : 1_500 + id % 300);
      events.add(new Event(id, 1, "view", "{\"pad\": \"%s\"}".formatted(padding)));
    }

    schema.insert(events);

    assertThat(
            one(
                "SELECT count(*) FROM (SELECT id, row_number() OVER (ORDER BY ctid) - 1 AS place"
                    + " FROM events) stored WHERE id <> place"))
        .isEqualTo("0");
  }

  @Test
  void putsRowsInPlaceOfOthersOrLeavesThoseAlone() throws SQLException {
    schema.insert(List.of(new Event(1, 1, "click", null), new Event(2, 1, "view", null)));

    schema.replace(List.of(new Event(3, 1, "purchase", null)));
    assertThatThrownBy(() -> schema.replace(List.of(new Event(4, 1, "click", "{no json"))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining(
            "Expected to store 1 rows in place of others in schema events_schema");

    assertThat(one("SELECT string_agg(id::text, ',') FROM events")).isEqualTo("3");
  }

  @Test
  void namesWhatTheDatabaseRefuses() {
    assertThatThrownBy(() -> schema.insert(List.of(new Event(1, 1, "click", "{no json"))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("Expected to insert 1 rows in schema events_schema_test of jdbc:")
        .hasMessageContaining("invalid input syntax for type json");
  }

  @Test
  void letsItsReaderSeeNoOtherSchema() throws SQLException {
    try (EventsSchema other = EventsSchema.create(database, "events_schema_other");
        Connection reader = connect(schema.reader());
        Statement sql = reader.createStatement()) {
      assertThatThrownBy(() -> sql.execute("SELECT * FROM " + other.name() + ".events"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void refusesASchemaThatExists() {
    assertThatThrownBy(() -> EventsSchema.create(database, "events_schema_test"))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("already exists")
        .hasMessageEndingWith("it is somebody else's, so choose another name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Events", "a b", "x; DROP TABLE y", "1a"})
  void refusesANameThatNeedsQuotes(String name) {
    assertThatThrownBy(() -> EventsSchema.create(database, name))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected a schema name of at most 50 lower-case letters");
  }

  @Test
  void leavesNeitherSchemaNorRoleBehind() throws SQLException {
    EventsSchema other = EventsSchema.create(database, "events_schema_other");
    other.close();
    other.close();

    assertThat(one("SELECT count(*) FROM pg_namespace WHERE nspname = 'events_schema_other'"))
        .isEqualTo("0");
    assertThat(one("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'events\\_schema\\_other%'"))
        .isEqualTo("0");
  }

  private static Connection connect(ConnectionTarget target) throws SQLException {
    return DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
  }

  private String one(String query) throws SQLException {
    try (Connection owner = schema.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
