package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.postgresql.PGConnection;

/** A server in a container says numbers that mean other processes here. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "skipped: only Linux has /proc")
class LocalBackendTest {

  @Test
  void findsTheServerOfThisMachine() throws SQLException {
    try (Connection connection = EmbeddedServer.shared().connectAsOwner()) {
      assertThat(LocalBackend.postmaster(connection))
          .isEqualTo(EmbeddedServer.shared().serverProcessId())
          .isPresent();
    }
  }

  @Test
  void takesNoProcessThatIsNoServerForOne() throws SQLException {
    long thisJvm = ProcessHandle.current().pid();
    try (Connection connection = EmbeddedServer.shared().connectAsOwner()) {
      assertThat(LocalBackend.postmaster(saying(thisJvm, connection))).isEmpty();
    }
  }

  @Test
  void takesNoServerProcessOfAnotherDatabaseForItsOwn() throws SQLException {
    try (Connection owner = EmbeddedServer.shared().connectAsOwner();
        Statement sql = owner.createStatement()) {
      sql.execute("CREATE DATABASE backends_of_others");
      try (Connection other = connect("backends_of_others")) {
        int pid = other.unwrap(PGConnection.class).getBackendPID();
        assertThat(LocalBackend.postmaster(other)).isPresent();
        assertThat(LocalBackend.postmaster(saying(pid, owner))).isEmpty();
      } finally {
        sql.execute("DROP DATABASE backends_of_others");
      }
    }
  }

  @Test
  void findsNothingBehindANumberThatNoProcessHas() throws SQLException {
    try (Connection connection = EmbeddedServer.shared().connectAsOwner()) {
      assertThat(LocalBackend.postmaster(saying(Integer.MAX_VALUE, connection)))
          .isEqualTo(OptionalLong.empty());
    }
  }

  private static Connection connect(String database) throws SQLException {
    ConnectionTarget owner = EmbeddedServer.shared().owner("");
    return DriverManager.getConnection(
        owner.jdbcUrl().replaceFirst("/postgres", "/" + database), owner.driverProperties());
  }

  /** A connection that reports another process behind it, as one into a container does. */
  private static Connection saying(long pid, Connection connection) throws SQLException {
    PGConnection driver = connection.unwrap(PGConnection.class);
    PGConnection saying =
        proxy(
            PGConnection.class,
            (self, method, arguments) ->
                method.getName().equals("getBackendPID")
                    ? Math.toIntExact(pid)
                    : method.invoke(driver, arguments));
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            method.getName().equals("unwrap") ? saying : method.invoke(connection, arguments));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            LocalBackendTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
