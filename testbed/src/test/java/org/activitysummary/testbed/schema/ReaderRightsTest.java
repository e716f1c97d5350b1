package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role of implementations may read {@code events}, however hard it tries for more. */
@ExtendWith(EmbeddedServer.class)
class ReaderRightsTest {

  private static final String NOT_PERMITTED = "42501";
  private static final String READ_ONLY = "25006";

  private final Database database;
  private EventsSchema schema;

  ReaderRightsTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create() {
    schema = EventsSchema.create(database, "reader_rights_test");
    schema.insert(List.of(new Event(1, 1, "click", null)));
  }

  @AfterEach
  void close() {
    schema.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO events VALUES (2, 1, 'click', NULL)",
        "UPDATE events SET type = 'view'",
        "DELETE FROM events",
        "MERGE INTO events USING (SELECT 1) AS s ON true WHEN MATCHED THEN DELETE",
        "TRUNCATE events",
        "SELECT * FROM events FOR UPDATE",
        "DO $$BEGIN LOCK TABLE events IN EXCLUSIVE MODE; END$$",
        "COPY events FROM '/dev/null'",
        "COPY events TO '/tmp/reader_rights_test'",
        "COPY events TO PROGRAM 'cat'",
        "CREATE TABLE t (a int)",
        "CREATE TABLE public.t (a int)",
        "CREATE SCHEMA another",
        "CREATE INDEX i ON events (id)",
        "CREATE STATISTICS s ON user_id, type FROM events",
        "CREATE MATERIALIZED VIEW m AS SELECT * FROM events",
        "CREATE VIEW v AS SELECT * FROM events",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE EXTENSION pg_prewarm",
        "CREATE ROLE another_role",
        "ALTER TABLE events ADD COLUMN more int",
        "ALTER TABLE events SET (parallel_workers = 8)",
        "ALTER SYSTEM SET work_mem = '1GB'",
        "COMMENT ON TABLE events IS 'mine'",
        "DROP TABLE events",
        "DROP SCHEMA reader_rights_test CASCADE",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "SET session_replication_role = replica",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT pg_reload_conf()",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        "SELECT * FROM pg_authid",
        "CREATE TEMPORARY TABLE cache (a int)"
      })
  void isRefused(String statement) throws SQLException {
    try (Connection reader = connect();
        Statement sql = reader.createStatement()) {
      assertRefused(sql, statement);
      // Without the first line of defence the second one holds.
      sql.execute("SET default_transaction_read_only = off");
      assertRefused(sql, statement);
    }
    assertThat(rows()).isEqualTo("1 click");
  }

  @Test
  void mayReadWithTheSettingsThatAStatementNeeds() throws SQLException {
    try (Connection reader = connect();
        Statement sql = reader.createStatement()) {
      sql.execute("SET work_mem = '16MB'");
      assertThat(sql.execute("SELECT * FROM events")).isTrue();
    }
  }

  private static void assertRefused(Statement sql, String statement) {
    assertThatThrownBy(() -> sql.execute(statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as(e.getMessage()).isIn(NOT_PERMITTED, READ_ONLY));
  }

  private Connection connect() throws SQLException {
    ConnectionTarget reader = schema.reader();
    return DriverManager.getConnection(reader.jdbcUrl(), reader.driverProperties());
  }

  private String rows() throws SQLException {
    try (Connection owner = schema.connectAsOwner();
        Statement sql = owner.createStatement();
        ResultSet row =
            sql.executeQuery("SELECT string_agg(id || ' ' || type, ', ') FROM events")) {
      row.next();
      return row.getString(1);
    }
  }
}
