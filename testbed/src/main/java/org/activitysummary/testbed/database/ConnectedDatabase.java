package org.activitysummary.testbed.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.activitysummary.testbed.TestbedException;

/** What every kind of database does alike once it is known where to connect. */
abstract class ConnectedDatabase implements Database {

  /**
   * Parameters that somebody set, be it on the command line, in a file, or for the database. Left
   * out: what this connection asked for, and paths, which say nothing about speed but much about
   * the machine.
   */
  private static final String CONFIGURED =
      """
      SELECT name, current_setting(name)
      FROM pg_settings
      WHERE source NOT IN ('default', 'override', 'client', 'session')
        AND category <> 'File Locations'
        AND name NOT IN ('port', 'unix_socket_directories')
      """;

  private final String kind;
  private final ConnectionTarget owner;
  private final String version;
  private final SortedMap<String, String> settings;

  /**
   * Connects once, which proves that the server is there.
   *
   * @throws SQLException if it is not
   * @throws TestbedException if it is too old
   */
  ConnectedDatabase(String kind, ConnectionTarget owner) throws SQLException {
    this.kind = kind;
    this.owner = owner;
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      version =
          new ServerVersion(
                  Integer.parseInt(one(statement, "SHOW server_version_num")),
                  one(statement, "SHOW server_version"))
              .requireSupported(owner.jdbcUrl())
              .text();
      settings = readSettings(statement);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Connection connectAsOwner() throws SQLException {
    return connect(owner);
  }

  @Override
  public ConnectionTarget owner(String schema) {
    return new ConnectionTarget(owner.jdbcUrl(), owner.user(), owner.password(), schema);
  }

  @Override
  public ConnectionTarget reader(String role, String password, String schema) {
    return new ConnectionTarget(owner.jdbcUrl(), role, password, schema);
  }

  @Override
  public boolean pooled() {
    return false;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Map<String, String> settings() {
    return Collections.unmodifiableMap(settings);
  }

  @Override
  public abstract void close();

  private static Connection connect(ConnectionTarget target) throws SQLException {
    return DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new TestbedException("Expected one row but found none from: " + query);
      }
      return rows.getString(1);
    }
  }

  private static SortedMap<String, String> readSettings(Statement statement) throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(CONFIGURED)) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
    }
    return settings;
  }
}
