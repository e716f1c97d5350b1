package org.activitysummary.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.activitysummary.benchmarks.ask.AskMain;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a schema goes through that other programs ask about: seeded, asked, removed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SeedCommandIT {

  private static final String BIG = "200000";

  /** Enough for one row that comes back, too little for two hundred thousand. */
  private static final String HEAP = "-Xmx24m";

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir private static Path folder;
  private Database server;
  private Path target;

  @BeforeAll
  void start() {
    server = Database.open(new DatabaseLocation.Embedded());
    target = folder.resolve("target.properties");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void seedsOnce() throws Exception {
    assertThat(seed("--sizes", "100," + BIG)).isZero();
    assertThat(said()).contains("seeded schema activity_summary_kept with 260,100 rows");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");

    assertThat(seed("--sizes", "100," + BIG)).isZero();
    assertThat(said()).contains("is seeded already");
  }

  @Test
  @Order(2)
  void isAnsweredAboutInLittleMemoryByAfterAlone() throws Exception {
    assertThat(ask("after")).isZero();
    assertThat(said())
        .contains("right for the user of 200,000 rows", "peak RSS ")
        .doesNotContain("after: out of memory");

    assertThat(ask("before")).isEqualTo(1);
    assertThat(said()).contains("before: out of memory over the user of 200,000 rows");

    assertThat(ask("before", "--expect-out-of-memory")).isZero();
    assertThat(said()).contains("before: failed as expected");

    assertThat(ask("after", "--expect-out-of-memory")).isEqualTo(1);
    assertThat(said()).contains("UNEXPECTED");
  }

  @Test
  @Order(3)
  void refusesToSeedOverWhatIsThereWithoutItsFile() throws Exception {
    Path elsewhere = folder.resolve("elsewhere.properties");

    assertThat(execute("seed", elsewhere)).isEqualTo(2);
    assertThat(said()).contains("already exists", "choose another name").doesNotContain("\n\n");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  @Order(4)
  void removesItsOwnAndNothingElse() throws Exception {
    sql("CREATE SCHEMA somebody_elses");
    assertThat(seed("--remove", "--schema", "somebody_elses")).isEqualTo(2);
    assertThat(said()).contains("Expected a schema somebody_elses with the comment");

    assertThat(seed("--remove")).isZero();
    assertThat(target).doesNotExist();
    assertThat(seed("--remove")).isEqualTo(2);
    assertThat(said()).contains("no such schema");
    assertThat(
            sql(
                "SELECT string_agg(nspname, ',') FROM pg_namespace WHERE nspname ~"
                    + " 'activity|somebody'"))
        .isEqualTo("somebody_elses");
    assertThat(sql("SELECT count(*) FROM pg_roles WHERE rolname ~ 'activity'")).isEqualTo("0");
  }

  @Test
  @Order(5)
  void needsAServerThatOutlivesIt() {
    assertThat(captured(() -> EvaluationMain.execute("seed"))).isEqualTo(2);
    assertThat(said()).contains("A server that outlives this program must be named");
  }

  private int seed(String... options) {
    return execute("seed", target, options);
  }

  private int execute(String command, Path file, String... options) {
    ConnectionTarget owner = server.owner("");
    List<String> arguments = new ArrayList<>(List.of(command, "--target", file.toString()));
    arguments.add("--database");
    arguments.add(owner.jdbcUrl() + "?user=" + owner.user() + "&password=" + owner.password());
    arguments.addAll(Arrays.asList(options));
    return captured(() -> EvaluationMain.execute(arguments.toArray(String[]::new)));
  }

  private int ask(String implementation, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-cp", classPath(), AskMain.class.getName()));
    command.addAll(List.of("--target", target.toString(), "--size", BIG));
    command.addAll(List.of("--implementation", implementation));
    command.addAll(Arrays.asList(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().transferTo(output);
    return process.waitFor();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private String said() {
    String said = output.toString(StandardCharsets.UTF_8);
    output.reset();
    return said;
  }

  private int captured(IntSupplier command) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream all = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(all);
      System.setErr(all);
      return command.getAsInt();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private String sql(String statement) throws SQLException {
    try (Connection connection = server.connectAsOwner();
        Statement sql = connection.createStatement()) {
      if (!sql.execute(statement)) {
        return "";
      }
      try (ResultSet row = sql.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
