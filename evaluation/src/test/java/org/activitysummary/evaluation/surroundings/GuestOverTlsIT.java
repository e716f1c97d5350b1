package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.database.RandomPassword;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is somebody else's: it talks to the guest over TLS only, and the guest may create
 * schemas in the database and nothing more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledOnOs(value = OS.LINUX, disabledReason = "command lines are read from /proc")
class GuestOverTlsIT {

  private static final String GUEST = "guest";

  @TempDir private static Path folder;
  private final String password = RandomPassword.create();
  private Database server;
  private CertificateAuthority authority;
  private Path passwordFile;

  @BeforeAll
  void start() throws Exception {
    server = Database.open(new DatabaseLocation.Embedded());
    authority = new CertificateAuthority(folder);
    authority.certify("ip:127.0.0.1");
    passwordFile = Files.writeString(folder.resolve("password"), password + "\n");
    try (Connection connection = server.connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(GUEST, password));
      sql.execute("GRANT CREATE ON DATABASE postgres TO " + GUEST);
      sql.execute("ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(authority.serverCertificate()));
      sql.execute("ALTER SYSTEM SET ssl_key_file = '%s'".formatted(authority.serverKey()));
      sql.execute("ALTER SYSTEM SET ssl = on");
      Files.writeString(
          Path.of(one(sql, "SHOW hba_file")),
          """
          hostssl all guest 127.0.0.1/32 scram-sha-256
          host all postgres 127.0.0.1/32 scram-sha-256
          """);
      sql.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void isEvaluatedOnWithoutLeavingATraceOfThePassword() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream realOut = System.out;
    Report report;
    Set<String> commands;
    try (PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8);
        ChildCommands children = new ChildCommands()) {
      System.setOut(captured);
      report = SmallEvaluation.run(guest("127.0.0.1", authority), captured, "after");
      commands = children.seen();
    } finally {
      System.setOut(realOut);
    }

    assertThat(report.environment().postgres().reader()).startsWith("the owner's role");
    assertThat(report.measurements())
        .allSatisfy(
            measurement -> {
              assertThat(measurement.network().bytesReceivedPerCall()).isPositive();
              assertThat(measurement.network().rowsPerCall()).isNull();
              assertThat(measurement.network().reason()).contains("encrypted");
            });
    assertThat(commands).anySatisfy(line -> assertThat(line).contains("CallerMain"));
    assertThat(commands).noneSatisfy(line -> assertThat(line).contains(password));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("latency").doesNotContain(password);
    assertThat(new String(JsonFormat.bytes(report), StandardCharsets.UTF_8))
        .doesNotContain(password);
    assertThat(leftBehind()).isEqualTo("0");
  }

  @Test
  void distrustsACertificateOfAnotherAuthority(@TempDir Path elsewhere) throws Exception {
    CertificateAuthority other = new CertificateAuthority(elsewhere);
    other.certify("ip:127.0.0.1");

    assertThatThrownBy(() -> Database.open(guest("127.0.0.1", other)))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("path validation")
        .hasMessageNotContaining(password);
  }

  @Test
  void distrustsACertificateOfAnotherName() {
    assertThatThrownBy(() -> Database.open(guest("localhost", authority)))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("localhost")
        .hasMessageNotContaining(password);
  }

  @Test
  void isNotLetInWithoutEncryption() {
    DatabaseLocation plain =
        new DatabaseLocation.External(address("127.0.0.1") + "&sslmode=disable", "", passwordFile);

    assertThatThrownBy(() -> Database.open(plain))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("no encryption");
  }

  private DatabaseLocation guest(String host, CertificateAuthority trusted) {
    return new DatabaseLocation.External(
        address(host) + "&sslmode=verify-full&sslrootcert=" + trusted.certificate(),
        "",
        passwordFile);
  }

  private String address(String host) {
    return server.owner("").jdbcUrl().replace("127.0.0.1", host) + "?user=" + GUEST;
  }

  private String leftBehind() throws SQLException {
    try (Connection connection = server.connectAsOwner();
        Statement sql = connection.createStatement()) {
      return one(
          sql,
          "SELECT (SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'activity%')"
              + " + (SELECT count(*) FROM pg_roles WHERE rolname LIKE 'activity%')");
    }
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
