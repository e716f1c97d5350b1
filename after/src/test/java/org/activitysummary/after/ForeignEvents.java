package org.activitysummary.after;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;

/**
 * The rows of {@link Events} once more, as a coordinator has them: a partitioned table whose only
 * partition is a foreign table, on the same server.
 */
final class ForeignEvents {

  private static final String SCHEMA = "after_test_foreign";

  private ForeignEvents() {}

  /**
   * Creates the table.
   *
   * @param here where the rows lie, as its reader sees it
   * @return how the same role reads them through the foreign table
   */
  static ConnectionTarget create(Database server, ConnectionTarget here) {
    String port = here.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1");
    try (Connection connection = server.connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw");
      sql.execute("CREATE SCHEMA " + SCHEMA);
      sql.execute(
          "CREATE SERVER itself FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '%s', dbname 'postgres')"
              .formatted(port));
      sql.execute(
          "CREATE USER MAPPING FOR %s SERVER itself OPTIONS (user '%s', password '%s')"
              .formatted(here.user(), here.user(), here.password()));
      sql.execute(
          "CREATE TABLE %s.events (id bigint NOT NULL, user_id bigint NOT NULL, type text NOT NULL, metadata jsonb) PARTITION BY HASH (user_id)"
              .formatted(SCHEMA));
      sql.execute(
          "CREATE FOREIGN TABLE %s.events_0 PARTITION OF %s.events FOR VALUES WITH (MODULUS 1, REMAINDER 0) SERVER itself OPTIONS (schema_name '%s', table_name 'events')"
              .formatted(SCHEMA, SCHEMA, here.schema()));
      sql.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(SCHEMA, here.user()));
      sql.execute("GRANT SELECT ON ALL TABLES IN SCHEMA %s TO %s".formatted(SCHEMA, here.user()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new ConnectionTarget(here.jdbcUrl(), here.user(), here.password(), SCHEMA);
  }
}
