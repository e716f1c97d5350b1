package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmbeddedServer.class)
class SchemaFingerprintTest {

  private final Database database;
  private EventsSchema schema;
  private Connection owner;

  SchemaFingerprintTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create() throws SQLException {
    schema = EventsSchema.create(database, "fingerprint_test");
    owner = schema.connectAsOwner();
    execute("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
  }

  @AfterEach
  void close() throws SQLException {
    owner.close();
    schema.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE INDEX more ON events (id) | added index more: CREATE INDEX more ON"
            + " <schema>.events USING btree (id)",
        "DROP INDEX events_user_id_idx | removed index events_user_id_idx: CREATE INDEX",
        "ALTER INDEX events_user_id_idx SET (fillfactor = 50) | changed index events_user_id_idx",
        "ALTER TABLE events ADD COLUMN more int | added column events.more: #5 integer",
        "ALTER TABLE events DROP COLUMN metadata | removed column events.metadata: #4 jsonb",
        "ALTER TABLE events ALTER id TYPE numeric | changed column events.id: from #1 bigint",
        "ALTER TABLE events ALTER type DROP NOT NULL | changed column events.type",
        "ALTER TABLE events ALTER type SET DEFAULT 'view' | changed column events.type",
        "ALTER TABLE events ALTER type SET STATISTICS 10 | changed column events.type",
        "ALTER TABLE events ALTER type SET STORAGE external | changed column events.type",
        "ALTER TABLE events ALTER user_id SET (n_distinct = 5) | changed column events.user_id",
        "ALTER TABLE events ADD CHECK (id > 0) | added constraint events.events_id_check: CHECK",
        "ALTER TABLE events SET (autovacuum_enabled = off) | changed table events",
        "ALTER TABLE events SET UNLOGGED | changed table events: from kind r persistence p",
        "ALTER TABLE events ENABLE ROW LEVEL SECURITY | changed table events",
        "CREATE POLICY p ON events USING (id > 0) | added policy events.p",
        "CREATE RULE r AS ON INSERT TO events DO INSTEAD NOTHING | added rule events.r",
        "CREATE TRIGGER t BEFORE INSERT ON events EXECUTE FUNCTION f() | added trigger events.t",
        "CREATE STATISTICS s ON id, type FROM events | added statistics object s",
        "CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS 'SELECT 1' | added function g(integer)",
        "CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'"
            + " | changed function f()",
        "CREATE MATERIALIZED VIEW m AS SELECT 1 | added materialized view m",
        "CREATE VIEW v AS SELECT 1 | added view v",
        "CREATE TABLE cache (a int) | added table cache",
        "CREATE SEQUENCE q | added sequence q",
        "CREATE TYPE mood AS ENUM ('a') | added type mood",
        "GRANT INSERT ON events TO PUBLIC | changed rights on table events",
        "GRANT CREATE ON SCHEMA fingerprint_test TO PUBLIC | changed schema",
        "CREATE EXTENSION btree_gin | added extension btree_gin",
        "CREATE TABLE public.elsewhere (a int) | added relation elsewhere public.elsewhere",
        "CREATE FUNCTION public.h() RETURNS int LANGUAGE sql AS 'SELECT 1'"
            + " | added function elsewhere public.h()",
        "CREATE SCHEMA another | added schema elsewhere another",
        "CREATE PUBLICATION p FOR ALL TABLES | added publication p"
      })
  void namesWhatWasDone(String change, String difference) throws SQLException {
    SchemaFingerprint before = SchemaFingerprint.take(owner, schema.name());
    owner.setAutoCommit(false);
    execute(change);
    SchemaFingerprint after = SchemaFingerprint.take(owner, schema.name());
    owner.rollback();

    assertThat(before.differencesTo(after))
        .anySatisfy(sentence -> assertThat(sentence).startsWith(difference));
    assertThat(after.sha256()).isNotEqualTo(before.sha256());
    assertThat(before.indexDifferencesTo(after))
        .hasSize(difference.contains("index ") ? 1 : 0)
        .allSatisfy(sentence -> assertThat(sentence).startsWith(difference));
  }

  @Test
  void doesNotChangeWithTheDataOrByVacuuming() throws SQLException {
    SchemaFingerprint before = SchemaFingerprint.take(owner, schema.name());
    schema.load(
        Dataset.of(DatasetSpec.standard().withSizes(List.of(5_000)).withBackground(0, 0)),
        LoadProgress.SILENT);
    execute("VACUUM FULL events");
    execute("REINDEX TABLE events");

    assertThat(SchemaFingerprint.take(owner, schema.name())).isEqualTo(before);
    assertThat(before.differencesTo(SchemaFingerprint.take(owner, schema.name()))).isEmpty();
  }

  @Test
  void isTheSameForTwoSchemasThatAreMadeAlike() throws SQLException {
    try (EventsSchema one = EventsSchema.create(database, "alike_1");
        EventsSchema other = EventsSchema.create(database, "alike_22")) {
      assertThat(SchemaFingerprint.take(owner, one.name()).sha256())
          .isEqualTo(SchemaFingerprint.take(owner, other.name()).sha256());
    }
  }

  @Test
  void doesNotSeeOtherRunsOnTheSameServer() throws SQLException {
    SchemaFingerprint before = SchemaFingerprint.take(owner, schema.name());
    try (EventsSchema other = EventsSchema.create(database, "another_run")) {
      assertThat(before.differencesTo(SchemaFingerprint.take(owner, schema.name())))
          .as(other.name())
          .isEmpty();
    }
  }

  @Test
  void namesTheTableItsColumnsAndItsIndex() {
    SchemaFingerprint fingerprint = SchemaFingerprint.take(owner, schema.name());

    assertThat(fingerprint.sha256()).matches("[0-9a-f]{64}");
    assertThat(fingerprint.objects())
        .containsKeys("schema", "table events", "rights on table events")
        .containsEntry("column events.id", "#1 bigint not null storage p")
        .containsEntry(
            "index events_user_id_idx",
            "CREATE INDEX events_user_id_idx ON <schema>.events USING btree (user_id)");
  }

  @Test
  void saysThatThereIsNoSuchSchema() {
    assertThatThrownBy(() -> SchemaFingerprint.take(owner, "none"))
        .isInstanceOf(TestbedException.class)
        .hasMessage("Expected a schema none but the database has none; create it first");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
