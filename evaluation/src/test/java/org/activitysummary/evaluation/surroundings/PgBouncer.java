package org.activitysummary.evaluation.surroundings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.activitysummary.testbed.database.ConnectionTarget;

/** A PgBouncer in transaction mode in front of a server, on this machine only. */
final class PgBouncer implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final Path log;
  private final int port;

  private PgBouncer(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Returns the program, if it is installed. */
  static Optional<Path> program() {
    return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param folder empty, for its files
   * @param superuser of the server, whom it asks for the passwords of others
   * @param ignoredParameters what it drops of what a client asks for at the start
   */
  static PgBouncer start(Path folder, ConnectionTarget superuser, String ignoredParameters)
      throws IOException, InterruptedException {
    int port = freePort();
    Path users =
        Files.writeString(
            folder.resolve("users.txt"),
            "\"%s\" \"%s\"%n".formatted(superuser.user(), superuser.password()));
    Path configuration =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            configuration(superuser, port, users, ignoredParameters));
    Path log = folder.resolve("pgbouncer.log");
    Process process =
        new ProcessBuilder(command(folder, configuration))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PgBouncer pooler = new PgBouncer(process, log, port);
    pooler.awaitPort();
    return pooler;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String configuration(
      ConnectionTarget superuser, int port, Path users, String ignoredParameters) {
    return """
        [databases]
        * = host=127.0.0.1 port=%s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        pool_mode = transaction
        default_pool_size = 3
        auth_type = scram-sha-256
        auth_file = %s
        auth_user = %s
        auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1
        ignore_startup_parameters = %s
        """
        .formatted(
            superuser.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"),
            port,
            users,
            superuser.user(),
            ignoredParameters);
  }

  private static List<String> command(Path folder, Path configuration) throws IOException {
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root; the folder is the test's own, and gone afterwards.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(configuration.toString());
    return command;
  }

  private void awaitPort() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > giveUp) {
          throw new IOException("PgBouncer did not start: " + Files.readString(log), e);
        }
        Thread.sleep(50);
      }
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
