package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedServer.class)
class ExternalDatabaseTest {

  private final ConnectionTarget owner;

  ExternalDatabaseTest(Database database) {
    owner = database.owner("");
  }

  @Test
  void borrowsAServerAndLeavesItRunning() {
    Database borrowed = open(owner.jdbcUrl(), owner.user(), owner.password());
    borrowed.close();
    borrowed.close();

    try (Database again = open(owner.jdbcUrl(), owner.user(), owner.password())) {
      assertThat(again.kind()).isEqualTo("external");
      assertThat(again.version()).startsWith("18.");
      assertThat(again.settings()).containsEntry("jit", "off");
      assertThat(again.owner("x").schema()).isEqualTo("x");
    }
  }

  @Test
  void findsTheServerProcessOfALocalServer() {
    try (Database borrowed = open(owner.jdbcUrl(), owner.user(), owner.password())) {
      assertThat(borrowed.serverProcessId()).isPresent();
    }
  }

  @Test
  void saysHowToNameAnotherPassword() {
    assertThatThrownBy(() -> open(owner.jdbcUrl(), owner.user(), "wrong"))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected a PostgreSQL at " + owner.jdbcUrl() + " for postgres but")
        .hasMessageContaining("password authentication failed")
        .hasMessageEndingWith(
            "name the role as ?user=... or PGUSER, its password as PGPASSWORD, --password-file or in"
                + " PGPASSFILE")
        .hasMessageNotContaining("wrong");
  }

  @Test
  void saysThatAPasswordIsMissing() {
    assertThatThrownBy(() -> open(owner.jdbcUrl(), owner.user(), ""))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("no password was provided");
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    assertThatThrownBy(
            () ->
                open(
                    owner.jdbcUrl().replaceFirst("/postgres$", "/none"),
                    owner.user(),
                    owner.password()))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("\"none\" does not exist")
        .hasMessageEndingWith("create the database or name another one in the URL");
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "u", "p"))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("127.0.0.1:" + port + " refused")
        .hasMessageEndingWith(
            "start it, mend host and port, or use embedded, which needs nothing installed");
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    assertThatThrownBy(() -> open("jdbc:postgresql://no-such-host.invalid/postgres", "u", "p"))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("no-such-host.invalid");
  }

  private static Database open(String url, String user, String password) {
    return ExternalDatabase.open(
        new DatabaseLocation.External(url), Map.of("PGUSER", user, "PGPASSWORD", password));
  }
}
