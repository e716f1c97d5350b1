package org.activitysummary.evaluation.pgbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.postgresql.Driver;

/**
 * One statement in sessions of {@code pgbench}, each of one client that prepares it once. The times
 * are those of transactions, so that neither starting the program nor connecting is in them.
 *
 * <p>The password goes through the environment, which only the same user can read. A session is
 * bounded by its number of transactions, and ended with this JVM.
 */
public final class Pgbench implements AutoCloseable {

  /** Much longer than any block; a server that hangs is a failure to tell. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String CONNECT_TIMEOUT_SECONDS = "10";

  private final Executable executable;
  private final ConnectionTarget target;
  private final Path work;
  private final Path script;
  private final Thread end = new Thread(this::end, "pgbench");
  private volatile Process running;

  /**
   * Prepares to ask.
   *
   * @param target where to connect, and as whom
   * @param work an empty folder for script, logs and output
   * @param sql one statement with {@code :user_id} for the user
   * @throws EvaluationException if the folder cannot be written to
   */
  public Pgbench(Executable executable, ConnectionTarget target, Path work, String sql) {
    this.executable = executable;
    this.target = target;
    this.work = work;
    this.script = work.resolve("statement.sql");
    try {
      Files.writeString(script, sql);
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
    Runtime.getRuntime().addShutdownHook(end);
  }

  /** Returns what the program calls itself, such as {@code pgbench (PostgreSQL) 18.6}. */
  public String version() {
    return run(List.of("--version"), Map.of()).strip();
  }

  /**
   * Returns the durations of a new session's transactions in nanoseconds, in their order; the last
   * ones may be missing, where the program did not note when they ended.
   *
   * @param transactions how many; the first ones prepare, and fill the session's caches
   * @throws EvaluationException if the program fails, or is not done within a minute
   */
  public long[] time(long userId, int transactions) {
    Path log = work.resolve("log");
    List<String> options =
        List.of(
            "--no-vacuum",
            "--protocol=prepared",
            "--file=" + script,
            "--define=user_id=" + userId,
            "--client=1",
            "--jobs=1",
            "--transactions=" + transactions,
            "--log",
            "--log-prefix=" + log);
    run(options, connection());
    try (Stream<Path> files = Files.list(work)) {
      Path written =
          files
              .filter(file -> file.getFileName().toString().startsWith("log."))
              .findFirst()
              .orElseThrow(() -> unusable("it wrote no log", null));
      List<String> lines = Files.readAllLines(written);
      Files.delete(written);
      return TransactionLog.nanos(lines);
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  /** Returns libpq's variables for the driver's URL. */
  private Map<String, String> connection() {
    Properties url = Driver.parseURL(target.jdbcUrl(), target.driverProperties());
    if (url == null) {
      throw unusable("the URL is not PostgreSQL's", null);
    }
    String options = url.getProperty("options", "");
    if (!target.schema().isEmpty()) {
      options += " -c search_path=" + target.schema().replace("\\", "\\\\").replace(" ", "\\ ");
    }
    return Map.of(
        "PGHOST", url.getProperty("PGHOST"),
        "PGPORT", url.getProperty("PGPORT"),
        "PGDATABASE", url.getProperty("PGDBNAME"),
        "PGUSER", target.user(),
        "PGPASSWORD", target.password(),
        "PGOPTIONS", options,
        "PGSSLMODE", url.getProperty("sslmode", "prefer"),
        "PGAPPNAME", url.getProperty("ApplicationName", ""),
        "PGCONNECT_TIMEOUT", CONNECT_TIMEOUT_SECONDS);
  }

  private String run(List<String> options, Map<String, String> variables) {
    List<String> command = new ArrayList<>();
    command.add(executable.path().toString());
    command.addAll(options);
    Path output = work.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(variables);
    try {
      running = builder.start();
      boolean ended = running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      String said = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended) {
        throw unusable("it was not done within %d s".formatted(PATIENCE.toSeconds()), null);
      }
      if (running.exitValue() != 0) {
        throw unusable(firstError(said), null);
      }
      return said;
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable("it was interrupted", e);
    } finally {
      end();
    }
  }

  private static String firstError(String said) {
    return said.lines()
        .filter(line -> line.contains("error:"))
        .findFirst()
        .orElseGet(() -> said.lines().findFirst().orElse("it gave no reason"));
  }

  private EvaluationException unusable(String why, Exception cause) {
    return new EvaluationException(
        "%s must time a statement but did not: %s; name another with --pgbench"
            .formatted(executable.path(), why),
        cause);
  }

  private void end() {
    Process process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook with it.
    }
  }
}
