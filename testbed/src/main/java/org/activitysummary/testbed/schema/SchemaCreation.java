package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;

/** Makes the schema, its table and its reader, all or nothing. */
final class SchemaCreation {

  private static final String SCHEMA_EXISTS = "42P06";
  private static final String ROLE_EXISTS = "42710";
  private static final String NOT_PERMITTED = "42501";

  /**
   * A call about a million events takes seconds. The server keeps the time, so that a statement
   * whose caller is gone ends too.
   */
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);

  private SchemaCreation() {}

  static void run(Connection connection, ConnectionTarget owner, ConnectionTarget reader)
      throws SQLException {
    String schema = owner.schema();
    String role = reader.user();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA %s".formatted(schema));
      statement.execute("COMMENT ON SCHEMA %s IS '%s'".formatted(schema, EventsSchema.COMMENT));
      statement.execute(resource("schema.sql"));
      // The password is hexadecimal.
      statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, reader.password()));
      statement.execute("ALTER ROLE %s SET default_transaction_read_only = on".formatted(role));
      statement.execute("COMMENT ON ROLE %s IS '%s'".formatted(role, EventsSchema.COMMENT));
      statement.execute(
          "ALTER ROLE %s SET statement_timeout = '%ds'"
              .formatted(role, STATEMENT_LIMIT.toSeconds()));
      statement.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, role));
      statement.execute("GRANT SELECT ON events TO %s".formatted(role));
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  static TestbedException failure(ConnectionTarget owner, ConnectionTarget reader, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String wayOut =
        switch (state) {
          case SCHEMA_EXISTS -> "it is somebody else's, so choose another name";
          case ROLE_EXISTS ->
              "role %s is there already; choose another schema name or drop it"
                  .formatted(reader.user());
          case NOT_PERMITTED ->
              ("role %s needs CREATE on the database and CREATEROLE; have an administrator grant"
                      + " them (ALTER ROLE %s CREATEROLE), or use --database embedded")
                  .formatted(owner.user(), owner.user());
          default -> "see the server's log";
        };
    return new TestbedException(
        "Expected to create schema %s and its reader %s at %s but: %s; %s"
            .formatted(owner.schema(), reader.user(), owner.jdbcUrl(), e.getMessage(), wayOut),
        e);
  }

  static String resource(String name) {
    try (InputStream stream = SchemaCreation.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the resource " + name + " in the jar", e);
    }
  }
}
