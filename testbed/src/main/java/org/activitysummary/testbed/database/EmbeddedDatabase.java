package org.activitysummary.testbed.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.activitysummary.testbed.TestbedException;

/**
 * A server from the binaries on the class path, reachable from this machine only, with a password.
 *
 * <p>It ends with this process: by {@link #close}, by a shutdown hook, or when the process is
 * killed by the {@link Watchdog}; and what even that missed is swept away by the next one.
 */
final class EmbeddedDatabase extends ConnectedDatabase {

  private static final String USER = "postgres";

  /** Port numbers are found free and used a moment later; another program may be faster. */
  private static final int START_ATTEMPTS = 3;

  /** Busy build machines take their time. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final RunDirectory run;
  private final DataDirectory kept;
  private final Watchdog watchdog;
  private final Thread shutdownHook;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(
      EmbeddedPostgres server,
      RunDirectory run,
      DataDirectory kept,
      Watchdog watchdog,
      String password)
      throws SQLException {
    super("embedded", target(server.getPort(), password));
    this.server = server;
    this.run = run;
    this.kept = kept;
    this.watchdog = watchdog;
    // A table of its own would be a cache, if only for a session.
    try (Connection connection = connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC");
    }
    shutdownHook = new Thread(this::stop, "embedded-database-stop");
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  static Database open() {
    try {
      return open(home(), null, 1);
    } catch (IOException | SQLException | RuntimeException e) {
      throw e instanceof TestbedException known ? known : StartFailure.explain(e);
    }
  }

  static Database open(DatabaseLocation.Kept location) {
    try {
      DataDirectory kept = DataDirectory.claim(location.directory());
      try {
        return open(home(), kept, 1);
      } catch (IOException | SQLException | RuntimeException e) {
        kept.close();
        throw e;
      }
    } catch (IOException | SQLException | RuntimeException e) {
      throw e instanceof TestbedException known
          ? known
          : StartFailure.explain(e, location.directory());
    }
  }

  private static Path home() throws IOException {
    Path home =
        UserDirectory.in(
            Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name"));
    RunDirectory.sweep(home);
    return home;
  }

  /**
   * Starts a server.
   *
   * @param kept where its data stay, or null if they go with it
   */
  private static Database open(Path home, DataDirectory kept, int attempt)
      throws IOException, SQLException {
    RunDirectory run =
        kept == null
            ? RunDirectory.create(home)
            : RunDirectory.withDataElsewhere(home, kept.data());
    Watchdog watchdog = Watchdog.over(run);
    try {
      String password = kept == null ? RandomPassword.create() : kept.password();
      EmbeddedPostgres server = start(home, run, kept == null, password);
      return new EmbeddedDatabase(server, run, kept, watchdog, password);
    } catch (IOException | SQLException | RuntimeException e) {
      run.remove();
      watchdog.close();
      if (attempt < START_ATTEMPTS && e instanceof IOException) {
        return open(home, kept, attempt + 1);
      }
      throw e;
    }
  }

  private static EmbeddedPostgres start(Path home, RunDirectory run, boolean anew, String password)
      throws IOException {
    // The library opens its folder to everybody, which is harmless only inside one that is closed.
    // The property is its other name for that folder; left alone, it makes one that users share.
    Path binaries = home.resolve("binaries");
    System.setProperty("ot.epg.working-dir", binaries.toString());
    Path passwordFile = Files.writeString(run.path().resolve("password"), password);
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setDataDirectory(run.data())
              .setCleanDataDirectory(anew)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_LIMIT)
              .setConnectConfig("password", password)
              // The builder's way to hand any option to initdb; these close the server from its
              // first moment on.
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "");
      ServerSettings.forThisMachine()
          .forEach(setting -> builder.setServerConfig(setting.name(), setting.value()));
      return builder.start();
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  @Override
  public OptionalLong serverProcessId() {
    return Postmaster.of(run.data()).stream()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> Files.isDirectory(Path.of("/proc", Long.toString(pid))))
        .findFirst();
  }

  @Override
  public Optional<Path> keptDirectory() {
    return Optional.ofNullable(kept).map(DataDirectory::path);
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook has found nothing to do.
    }
  }

  private void stop() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      server.close();
      run.remove();
      watchdog.close();
      if (kept != null) {
        kept.close();
      }
    } catch (IOException e) {
      throw new TestbedException(
          "Expected to remove %s but: %s; remove it by hand".formatted(run.path(), e), e);
    }
  }

  private static ConnectionTarget target(int port, String password) {
    return new ConnectionTarget(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password, "");
  }
}
