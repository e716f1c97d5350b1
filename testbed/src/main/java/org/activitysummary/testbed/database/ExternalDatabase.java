package org.activitysummary.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.activitysummary.testbed.TestbedException;

/** Somebody else's server: borrowed, never stopped, nothing but our own schema touched. */
final class ExternalDatabase extends ConnectedDatabase {

  /** SQLState of a startup parameter that PgBouncer does not know. */
  private static final String PROTOCOL_VIOLATION = "08P01";

  private final String pooler;

  private ExternalDatabase(ConnectionTarget owner, String pooler) throws SQLException {
    super("external", owner);
    this.pooler = pooler;
  }

  static Database open(DatabaseLocation.External location, Map<String, String> environment) {
    ConnectionTarget owner =
        ExternalUrl.parse(location.url()).toTarget(environment, location.passwordFile());
    String pooler = location.pooler().isEmpty() ? "" : poolerAddress(location.pooler());
    try {
      return new ExternalDatabase(owner, pooler);
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected a PostgreSQL at %s for %s but: %s; %s"
              .formatted(owner.jdbcUrl(), owner.user(), e.getMessage(), wayOut(e.getSQLState())),
          e);
    }
  }

  // Statements that one transaction prepares are unknown to the server that the next one gets.
  private static String poolerAddress(String url) {
    ExternalUrl parsed = ExternalUrl.parse(url);
    if (!parsed.credentials().isEmpty()) {
      throw new TestbedException(
          "Expected the pooler's address alone but found a role or a password in it; the"
              + " implementations log in as a role made for the run");
    }
    return ExternalUrl.with(parsed.address(), "prepareThreshold", "0");
  }

  @Override
  public ConnectionTarget reader(String role, String password, String schema) {
    // A pooler refuses or drops a search path, so the role brings its own.
    return pooled()
        ? new ConnectionTarget(pooler, role, password, "")
        : super.reader(role, password, schema);
  }

  @Override
  public boolean pooled() {
    return !pooler.isEmpty();
  }

  @Override
  public OptionalLong serverProcessId() {
    if (pooled()) {
      // A pooler invents the process ids that its connections report.
      return OptionalLong.empty();
    }
    try (Connection connection = connectAsOwner()) {
      return LocalBackend.postmaster(connection);
    } catch (SQLException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    // Not ours to stop.
  }

  private static String wayOut(String sqlState) {
    String state = sqlState == null ? "" : sqlState;
    if (state.startsWith("28")) {
      return "name the role as ?user=... or PGUSER, its password as PGPASSWORD, --password-file or in"
          + " PGPASSFILE";
    }
    if (state.startsWith("3D")) {
      return "create the database or name another one in the URL";
    }
    if (state.equals(PROTOCOL_VIOLATION)) {
      return "this looks like PgBouncer: name the server itself as --database and PgBouncer as"
          + " --pooler, and set ignore_startup_parameters = extra_float_digits there";
    }
    if (state.startsWith("08")) {
      return "start it, mend host and port, or use embedded, which needs nothing installed";
    }
    return "mend the URL, or use embedded, which needs nothing installed";
  }
}
