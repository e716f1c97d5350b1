package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedServer.class)
class EmbeddedDatabaseTest {

  private final Database database;

  EmbeddedDatabaseTest(Database database) {
    this.database = database;
  }

  @Test
  void runsTheSettingsWithTheirReasons() {
    assertThat(ServerSettings.forThisMachine())
        .allSatisfy(
            setting -> {
              assertThat(setting.reason()).isNotBlank();
              assertThat(database.settings()).containsKey(setting.name());
            });
    assertThat(database.settings())
        .containsEntry("autovacuum", "off")
        .containsEntry("wal_level", "minimal")
        .containsEntry("checkpoint_timeout", "1h")
        .containsEntry("listen_addresses", "127.0.0.1")
        .doesNotContainKeys("application_name", "data_directory", "port");
  }

  @Test
  void isKnownByKindVersionAndProcess() {
    assertThat(database.kind()).isEqualTo("embedded");
    assertThat(database.version()).startsWith("18.");
    assertThat(database.serverProcessId()).isPresent();
    assertThat(ProcessHandle.of(database.serverProcessId().getAsLong())).isPresent();
  }

  @Test
  void asksForThePassword() {
    ConnectionTarget owner = database.owner("");

    assertThatThrownBy(() -> DriverManager.getConnection(owner.jdbcUrl(), owner.user(), "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void letsNobodyInWithoutAPassword() {
    ConnectionTarget owner = database.owner("");

    assertThatThrownBy(() -> DriverManager.getConnection(owner.jdbcUrl(), owner.user(), null))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no password was provided");
    assertThat(owner.password()).matches("[0-9a-f]{32}").isNotEqualTo(RandomPassword.create());
  }

  @Test
  void hasNoDoorButTheLoopbackAndNoneWithoutAPassword() throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      assertThat(one(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(one(statement, "SHOW unix_socket_directories")).isEmpty();
      assertThat(
              one(statement, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void isNotReachableFromOutside() throws Exception {
    int port = Integer.parseInt(database.owner("").jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    List<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeFalse(outside.isEmpty(), "this machine has no address but the loopback");

    for (InetAddress address : outside) {
      assertThatThrownBy(() -> new Socket(address, port).close())
          .as("%s", address)
          .isInstanceOf(IOException.class);
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void comparesTextBytewiseWhateverTheLocaleOfTheMachine() throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname ="
                    + " 'postgres'")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("C.UTF-8");
      assertThat(row.getString(2)).isEqualTo("UTF8");
    }
  }

  @Test
  void leavesNothingBehindWhenClosed() throws Exception {
    Path home =
        UserDirectory.in(
            Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name"));
    long before = runs(home);
    Database second = Database.open(new DatabaseLocation.Embedded());
    ProcessHandle server = ProcessHandle.of(second.serverProcessId().getAsLong()).orElseThrow();
    assertThat(runs(home)).isEqualTo(before + 1);

    second.close();
    second.close();

    assertThat(runs(home)).isEqualTo(before);
    // Its last act is to remove its lock; it takes a moment more to be gone.
    server.onExit().get(10, TimeUnit.SECONDS);
  }

  private static long runs(Path home) throws Exception {
    String ours = "run-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> children = Files.list(home)) {
      return children.filter(child -> child.getFileName().toString().startsWith(ours)).count();
    }
  }
}
