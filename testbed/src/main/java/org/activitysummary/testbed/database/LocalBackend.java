package org.activitysummary.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.postgresql.PGConnection;

/** Finds the server behind a connection among the processes of this machine. */
final class LocalBackend {

  /** What PostgreSQL writes in front of the command line of a process that serves a connection. */
  private static final String TITLE = "postgres: ";

  private LocalBackend() {}

  /**
   * Returns the postmaster of a connection.
   *
   * @return empty if the server runs on another machine, in a container, or under another user
   *     whose processes are hidden
   */
  static OptionalLong postmaster(Connection connection) throws SQLException {
    long pid = connection.unwrap(PGConnection.class).getBackendPID();
    if (!serves(pid, connection)) {
      return OptionalLong.empty();
    }
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).stream()
        .mapToLong(ProcessHandle::pid)
        .findFirst();
  }

  // A server elsewhere has numbers of its own, which may be anybody's here.
  private static boolean serves(long pid, Connection connection) throws SQLException {
    try {
      String title = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return title.startsWith(TITLE)
          && title.contains(
              connection.getMetaData().getUserName() + " " + connection.getCatalog() + " ");
    } catch (IOException e) {
      return false;
    }
  }
}
