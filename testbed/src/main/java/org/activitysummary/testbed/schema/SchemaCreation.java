package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
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
  private static final String PROTOCOL_VIOLATION = "08P01";

  /**
   * A call about a million events takes seconds. The server keeps the time, so that a statement
   * whose caller is gone ends too.
   */
  static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);

  private SchemaCreation() {}

  /**
   * Makes them.
   *
   * @param connection as the owner, in autocommit mode before and after
   */
  static void run(Connection connection, String schema, Reader reader) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA %s".formatted(schema));
      statement.execute("COMMENT ON SCHEMA %s IS '%s'".formatted(schema, EventsSchema.COMMENT));
      statement.execute(resource("schema.sql"));
      if (reader.ownRole()) {
        createRole(statement, schema, reader.target());
      }
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static void createRole(Statement statement, String schema, ConnectionTarget reader)
      throws SQLException {
    String role = reader.user();
    // The password is hexadecimal.
    statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, reader.password()));
    statement.execute("ALTER ROLE %s SET default_transaction_read_only = on".formatted(role));
    statement.execute("ALTER ROLE %s SET search_path = %s".formatted(role, schema));
    statement.execute("COMMENT ON ROLE %s IS '%s'".formatted(role, EventsSchema.COMMENT));
    statement.execute(
        "ALTER ROLE %s SET statement_timeout = '%ds'".formatted(role, STATEMENT_LIMIT.toSeconds()));
    statement.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, role));
    statement.execute("GRANT SELECT ON events TO %s".formatted(role));
  }

  /**
   * Refuses a connection that looks for {@code events} anywhere but in the schema: somebody else's
   * table might be emptied.
   *
   * @throws TestbedException if a pooler dropped the search path
   */
  static void requireSearchPath(Connection connection, ConnectionTarget owner) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW search_path")) {
      row.next();
      if (!row.getString(1).equals(owner.schema())) {
        throw new TestbedException(
            ("Expected the search path %s at %s but found %s, as behind a connection pooler; name"
                    + " the server itself as --database, and the pooler as --pooler")
                .formatted(owner.schema(), owner.jdbcUrl(), row.getString(1)));
      }
    }
  }

  static TestbedException failure(ConnectionTarget owner, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String wayOut =
        switch (state) {
          case SCHEMA_EXISTS -> "it is somebody else's, so choose another name";
          case ROLE_EXISTS -> "choose another schema name, or drop the role if it is yours";
          case NOT_PERMITTED ->
              ("role %s needs CREATE on the database; have an administrator grant it (GRANT CREATE"
                      + " ON DATABASE ... TO %s), or use --database embedded")
                  .formatted(owner.user(), owner.user());
          case PROTOCOL_VIOLATION ->
              "this looks like PgBouncer: name the server itself as --database and PgBouncer as"
                  + " --pooler";
          default -> "see the server's log";
        };
    return new TestbedException(
        "Expected to create schema %s and its reader at %s but: %s; %s"
            .formatted(owner.schema(), owner.jdbcUrl(), e.getMessage(), wayOut),
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
