package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SeededSchemaTest {

  private static final DatasetSpec SPEC =
      DatasetSpec.standard().withSizes(List.of(10, 500)).withBackground(5, 100);

  @TempDir private static Path temporary;

  private static Path directory;

  @BeforeAll
  static void seed() {
    directory = temporary.resolve("kept");
    try (Database database = open();
        SeededSchema seeded = provide(database, SPEC)) {
      assertThat(seeded.reused()).isFalse();
      assertThat(seeded.rows()).isEqualTo(610);
      assertThat(database.keptDirectory()).contains(directory);
    }
  }

  @Test
  void usesTheRowsOfAnEarlierRunAndRemovesWhatOthersLeft() throws SQLException {
    try (Database database = open()) {
      EventsSchema.create(database, "left_by_a_killed_run").keep();

      try (SeededSchema seeded = provide(database, SPEC)) {
        assertThat(seeded.reused()).isTrue();
        assertThat(seeded.rows()).isEqualTo(610);
        try (Connection reader =
            DriverManager.getConnection(
                seeded.schema().reader().jdbcUrl(), seeded.schema().reader().driverProperties())) {
          assertThat(one(reader, "SELECT count(*) FROM events")).isEqualTo("610");
        }
      }

      try (Connection owner = database.connectAsOwner()) {
        assertThat(one(owner, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'left_by%'"))
            .isEqualTo("0");
        assertThat(one(owner, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'left_by%'"))
            .isEqualTo("0");
      }
    }
  }

  @Test
  void refusesTheRowsOfAnotherSpec() {
    try (Database database = open()) {
      assertThatThrownBy(() -> provide(database, SPEC.withSeed(7)))
          .isInstanceOf(TestbedException.class)
          .hasMessageStartingWith("Expected the data in " + directory + " to be those of this run")
          .hasMessageContaining("dataset.seed was 42 and is 7")
          .hasMessageEndingWith("; remove that folder, or name another");
      try (SeededSchema still = provide(database, SPEC)) {
        assertThat(still.reused()).isTrue();
      }
    }
  }

  @Test
  void refusesRowsThatWereChangedSince() throws SQLException {
    try (Database database = open()) {
      change(
          database,
          "UPDATE activity_summary_seeded.events SET type = 'view' WHERE id = 7",
          "UPDATE activity_summary_seeded.events SET type = type WHERE id = 8");
      assertThatThrownBy(() -> provide(database, SPEC))
          .isInstanceOf(TestbedException.class)
          .hasMessageContaining("rows was ");
    } finally {
      removeAndSeedAgain();
    }
  }

  @Test
  void refusesAnIndexThatWasAddedSince() throws SQLException {
    try (Database database = open()) {
      change(database, "CREATE INDEX more ON activity_summary_seeded.events (id)");
      assertThatThrownBy(() -> provide(database, SPEC))
          .isInstanceOf(TestbedException.class)
          .hasMessageContaining("catalog was ");
      change(database, "DROP INDEX activity_summary_seeded.more");
    }
  }

  @Test
  void refusesAnotherServerOrItsSettings() throws IOException {
    Path facts = directory.resolve("seed.properties");
    String written = Files.readString(facts);
    Files.writeString(
        facts,
        written
            .replaceAll("server.version=.*", "server.version=18.0")
            .replaceAll("setting.jit=.*", "setting.jit=on"));
    try (Database database = open()) {
      assertThatThrownBy(() -> provide(database, SPEC))
          .isInstanceOf(TestbedException.class)
          .hasMessageContaining("server.version was 18.0 and is " + database.version())
          .hasMessageContaining("setting.jit was on and is off");
    } finally {
      Files.writeString(facts, written);
    }
  }

  @Test
  void isRefusedWhileAnotherRunUsesTheFolder() {
    try (Database database = open()) {
      assertThat(database.keptDirectory()).isPresent();
      assertThatThrownBy(SeededSchemaTest::open)
          .isInstanceOf(TestbedException.class)
          .hasMessage(
              "Expected the data directory %s to be free but another run uses it; wait for it, or name another"
                  .formatted(directory));
    }
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Path foreign = Files.createDirectory(temporary.resolve("foreign"));
    Files.writeString(foreign.resolve("letter.txt"), "dear");

    assertThatThrownBy(() -> Database.open(new DatabaseLocation.Kept(foreign)))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("but it holds letter.txt; name another");
    assertThat(foreign.resolve("letter.txt")).hasContent("dear");
  }

  @Test
  void refusesAFolderWithHalfADatabase() throws IOException {
    Path broken = Files.createDirectory(temporary.resolve("broken"));
    Files.createFile(broken.resolve("lock"));
    Files.writeString(
        Files.createDirectory(broken.resolve("data")).resolve("postgresql.conf"), "nonsense");

    assertThatThrownBy(() -> Database.open(new DatabaseLocation.Kept(broken)))
        .isInstanceOf(TestbedException.class)
        .hasMessage(
            "Expected the data of a PostgreSQL in %s but found no PG_VERSION; remove %s and run again"
                .formatted(broken.resolve("data"), broken));
  }

  @Test
  @Timeout(30)
  void refusesTheDataOfAnotherMajorVersionAtOnce() throws IOException {
    Path older = Files.createDirectory(temporary.resolve("older"));
    Files.createFile(older.resolve("lock"));
    Path data = Files.createDirectory(older.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");

    // The server itself would be waited for as long as one that is slow to start.
    assertThatThrownBy(() -> Database.open(new DatabaseLocation.Kept(older)))
        .isInstanceOf(TestbedException.class)
        .hasMessage(
            "Expected the data of PostgreSQL 18 in %s but found those of PostgreSQL 17; remove %s and run again, which loads them anew, or name another"
                .formatted(data, older));
    assertThat(data.resolve("PG_VERSION")).hasContent("17");
  }

  private static Database open() {
    return Database.open(new DatabaseLocation.Kept(directory));
  }

  private static SeededSchema provide(Database database, DatasetSpec spec) {
    return SeededSchema.provide(database, "unused", Dataset.of(spec), LoadProgress.SILENT);
  }

  private static void removeAndSeedAgain() {
    directory = temporary.resolve("kept-again");
    try (Database database = open();
        SeededSchema seeded = provide(database, SPEC)) {
      assertThat(seeded.reused()).isFalse();
    }
  }

  private static void change(Database database, String... statements) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
