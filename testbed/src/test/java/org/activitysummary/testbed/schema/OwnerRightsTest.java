package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schemas that are created by roles with more and with fewer rights. */
@ExtendWith(EmbeddedServer.class)
class OwnerRightsTest {

  private static final DatasetSpec SPEC =
      DatasetSpec.standard().withSizes(List.of(10, 20_000)).withBackground(20, 2_000);

  private final Database database;

  OwnerRightsTest(Database database) {
    this.database = database;
  }

  @Test
  void saysWhichRightsAreMissing() throws SQLException {
    try (Role role = new Role("no_rights", "")) {
      try (Database borrowed = role.open()) {
        assertThatThrownBy(() -> EventsSchema.create(borrowed, "never"))
            .isInstanceOf(TestbedException.class)
            .hasMessageContaining("permission denied for database")
            .hasMessageEndingWith(
                "role no_rights needs CREATE on the database; have an administrator grant it (GRANT"
                    + " CREATE ON DATABASE ... TO no_rights), or use --database embedded");
      }
    }
    assertThat(one("SELECT count(*) FROM pg_namespace WHERE nspname = 'never'")).isEqualTo("0");
  }

  @Test
  void holdsAnOwnerBackThatMayCreateNoReader() throws SQLException {
    try (Role role = new Role("few_rights", "GRANT CREATE ON DATABASE postgres TO few_rights")) {
      try (Database borrowed = role.open();
          EventsSchema own = EventsSchema.create(borrowed, "own_schema");
          Connection reader = connect(own.reader());
          Statement sql = reader.createStatement()) {
        assertThat(own.load(Dataset.of(SPEC), LoadProgress.SILENT).rows()).isEqualTo(22_010);
        assertThat(own.reader().user()).isEqualTo("few_rights");
        assertThat(own.readerDescription()).startsWith("the owner's role in read-only");
        sql.executeQuery("SELECT count(*) FROM events").close();
        assertThatThrownBy(() -> sql.execute("DELETE FROM events"))
            .hasMessageContaining("cannot execute DELETE in a read-only transaction");
        // As for a reader of the run's own, whose role carries it.
        try (ResultSet limit = sql.executeQuery("SHOW statement_timeout")) {
          limit.next();
          assertThat(limit.getString(1))
              .isEqualTo(SchemaCreation.STATEMENT_LIMIT.toSeconds() + "s");
        }
      }
    }
    assertThat(one("SELECT count(*) FROM pg_namespace WHERE nspname = 'own_schema'"))
        .isEqualTo("0");
  }

  @Test
  void refusesARoleThatExistsAndLeavesIt() throws SQLException {
    try (Role role = new Role("taken_reader", "")) {
      assertThatThrownBy(() -> EventsSchema.create(database, "taken"))
          .isInstanceOf(TestbedException.class)
          .hasMessageContaining("role \"taken_reader\" already exists")
          .hasMessageEndingWith("choose another schema name, or drop the role if it is yours");
      role.open().close();
    }
    assertThat(one("SELECT count(*) FROM pg_namespace WHERE nspname = 'taken'")).isEqualTo("0");
  }

  @Test
  void worksForARoleThatMayCreateSchemasAndRoles() throws SQLException {
    try (Role role =
        new Role(
            "enough_rights",
            "GRANT CREATE ON DATABASE postgres TO enough_rights; ALTER ROLE enough_rights"
                + " CREATEROLE")) {
      try (Database borrowed = role.open();
          EventsSchema own = EventsSchema.create(borrowed, "own_schema")) {
        assertThat(own.load(Dataset.of(SPEC), LoadProgress.SILENT).rows()).isEqualTo(22_010);
        assertThat(own.reader().user()).isEqualTo("own_schema_reader");
      }
    }
    assertThat(one("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'own\\_schema%'"))
        .isEqualTo("0");
  }

  /** A role that is no superuser, gone with its rights at the end. */
  private final class Role implements AutoCloseable {

    private final String name;

    Role(String name, String grants) throws SQLException {
      this.name = name;
      execute("CREATE ROLE " + name + " LOGIN PASSWORD 'x'; " + grants);
    }

    Database open() {
      return Database.open(
          DatabaseLocation.parse(database.owner("").jdbcUrl() + "?user=" + name + "&password=x"));
    }

    @Override
    public void close() throws SQLException {
      execute("DROP OWNED BY " + name + "; DROP ROLE " + name);
    }

    private void execute(String sql) throws SQLException {
      try (Connection owner = database.connectAsOwner();
          Statement statement = owner.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connect(ConnectionTarget target) throws SQLException {
    return DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
  }

  private String one(String query) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
