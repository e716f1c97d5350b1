package org.activitysummary.testbed.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that was started for us, or a foreign one that is only borrowed. */
public interface Database extends AutoCloseable {

  /**
   * Returns a running server that accepts connections; prints nothing.
   *
   * @param location where it comes from
   * @return the server; close it
   * @throws org.activitysummary.testbed.TestbedException if there is none to be had
   */
  static Database open(DatabaseLocation location) {
    if (location instanceof DatabaseLocation.External external) {
      return ExternalDatabase.open(external, System.getenv());
    }
    if (location instanceof DatabaseLocation.Container container) {
      return ContainerDatabase.open(container);
    }
    if (location instanceof DatabaseLocation.Kept kept) {
      return EmbeddedDatabase.open(kept);
    }
    return EmbeddedDatabase.open();
  }

  /**
   * Returns where the server comes from.
   *
   * @return {@code embedded}, {@code testcontainers} or {@code external}
   */
  String kind();

  /**
   * Returns a new connection as the role that owns what the testbed creates.
   *
   * @return in autocommit mode; close it
   * @throws SQLException if the server refuses
   */
  Connection connectAsOwner() throws SQLException;

  /**
   * Returns how to connect as the owner.
   *
   * @param schema the only schema on the search path, or empty for the server's default
   * @return holds the owner's password
   */
  ConnectionTarget owner(String schema);

  /**
   * Returns how an implementation connects as a role of ours, which has the schema as its search
   * path: like the owner, or through the connection pooler that was named.
   *
   * @param role may only read
   * @param password of the role
   * @param schema the only schema on the search path
   * @return holds the password
   */
  ConnectionTarget reader(String role, String password, String schema);

  /** Returns whether implementations go through a connection pooler. */
  boolean pooled();

  /**
   * Returns the server's version.
   *
   * @return {@code server_version}, such as {@code 18.6}
   */
  String version();

  /**
   * Returns the settings that somebody set, ours included; all others are at their defaults.
   *
   * @return name to value with unit, sorted by name
   */
  Map<String, String> settings();

  /**
   * Returns the process id of the postmaster.
   *
   * @return empty unless the process is visible on this machine and the process ids that
   *     connections report are its children's
   */
  OptionalLong serverProcessId();

  /**
   * Returns the folder whose data outlive this server.
   *
   * @return empty unless opened as {@link DatabaseLocation.Kept}
   */
  default Optional<Path> keptDirectory() {
    return Optional.empty();
  }

  /**
   * Stops a server of ours and removes its data unless they are to be kept; leaves a foreign one as
   * it is. Idempotent.
   */
  @Override
  void close();
}
