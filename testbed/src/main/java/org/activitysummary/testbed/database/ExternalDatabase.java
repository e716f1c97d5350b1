package org.activitysummary.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.activitysummary.testbed.TestbedException;

/** Somebody else's server: borrowed, never stopped, nothing but our own schema touched. */
final class ExternalDatabase extends ConnectedDatabase {

  private ExternalDatabase(ConnectionTarget owner) throws SQLException {
    super("external", owner);
  }

  static Database open(DatabaseLocation.External location, Map<String, String> environment) {
    ConnectionTarget owner = ExternalUrl.parse(location.url()).toTarget(environment);
    try {
      return new ExternalDatabase(owner);
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected a PostgreSQL at %s for %s but: %s; %s"
              .formatted(owner.jdbcUrl(), owner.user(), e.getMessage(), wayOut(e.getSQLState())),
          e);
    }
  }

  @Override
  public OptionalLong serverProcessId() {
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
      return "name the role as ?user=... or PGUSER, its password as PGPASSWORD or in PGPASSFILE";
    }
    if (state.startsWith("3D")) {
      return "create the database or name another one in the URL";
    }
    if (state.startsWith("08")) {
      return "start it, mend host and port, or use embedded, which needs nothing installed";
    }
    return "mend the URL, or use embedded, which needs nothing installed";
  }
}
