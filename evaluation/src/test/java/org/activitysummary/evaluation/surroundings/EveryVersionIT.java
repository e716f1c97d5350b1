package org.activitysummary.evaluation.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every major version that is still maintained, and the first one that is too old, as somebody
 * else's server. Run with {@code mvn verify -Devaluation.skip -Pall-postgres}, which fetches the
 * binaries.
 */
@Tag("all-postgres")
class EveryVersionIT {

  /** Where the profile puts {@code postgres-VERSION.jar}. */
  private static final Path ARCHIVES = Path.of("target", "postgres");

  private static final int OLDEST = 14;

  /** From which version on {@code postgres_fdw} hands the grouping of {@code after} over. */
  private static final int HANDS_CASE_OVER = 15;

  /** Only asked, not measured: what they cost on old versions is nobody's question. */
  private static final List<String> ALTERNATIVES =
      List.of("cursor-hashset", "distinct-on", "keyset-pagination");

  static List<String> versions() throws IOException {
    try (Stream<Path> archives = Files.list(ARCHIVES)) {
      return archives
          .map(archive -> archive.getFileName().toString().replaceAll("^postgres-|\\.jar$", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void isEvaluatedOnOrRefusedInOneLine(String version, @TempDir Path folder) throws Exception {
    try (EmbeddedPostgres server = start(version, folder)) {
      DatabaseLocation location =
          new DatabaseLocation.External(
              "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
      if (Integer.parseInt(version.split("\\.")[0]) < OLDEST) {
        assertThatThrownBy(() -> Database.open(location))
            .isInstanceOf(TestbedException.class)
            .hasMessageStartingWith("Expected PostgreSQL 14 or later")
            .hasMessageNotContaining("\n");
      } else {
        Report report = SmallEvaluation.run(location, System.out, "before", "after");
        assertThat(version).startsWith(report.environment().postgres().version());
        hasEvidence(report);
        ALTERNATIVES.forEach(name -> answersEveryCase(location, name));
        answersThroughForeignTables(location, Integer.parseInt(version.split("\\.")[0]));
      }
    }
  }

  private static void hasEvidence(Report report) {
    assertThat(report.checks())
        .filteredOn(check -> List.of("schema-unchanged", "setup-teardown").contains(check.id()))
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.verdict().name()).isEqualTo("PASS"));
    assertThat(report.plans())
        .isNotEmpty()
        .allSatisfy(plan -> assertThat(plan.reason()).isNull())
        .allSatisfy(plan -> assertThat(plan.statements()).isNotEmpty());
    assertThat(report.measurements())
        .allSatisfy(
            measured -> {
              assertThat(measured.latency().samples()).isPositive();
              assertThat(measured.memory().peakRss()).isPositive();
              assertThat(measured.server().peakMemory()).isPositive();
              assertThat(measured.server().tempBytes()).isZero();
            });
  }

  private static void answersEveryCase(DatabaseLocation location, String implementation) {
    try (Database database = Database.open(location);
        EventsSchema schema = EventsSchema.create(database, "every_version");
        HikariDataSource pool = ReaderPool.open(schema.reader(), 1)) {
      assertThat(
              new ConformanceRunner(schema, Implementations.named(implementation).create(pool))
                  .run(ConformanceCases.all()))
          .isNotEmpty()
          .allSatisfy(result -> assertThat(result.passed()).as(result.sentence()).isTrue());
    }
  }

  private static void answersThroughForeignTables(DatabaseLocation location, int version)
      throws SQLException {
    try (SpreadEvents events = new SpreadEvents(1, location)) {
      DisagreeingUsers.ask(events, events.owner(), "after");
      assertThat(
              new Coordinator(events.owner())
                  .handsOver(
                      "SELECT user_id, CASE type WHEN 'view' THEN 0 END, count(*) FROM events WHERE user_id = 1"
                          + " GROUP BY 1, 2",
                      "on"))
          .isEqualTo(version >= HANDS_CASE_OVER);
    }
  }

  private static EmbeddedPostgres start(String version, Path folder) throws IOException {
    Path archive = ARCHIVES.resolve("postgres-" + version + ".jar");
    PgBinaryResolver resolver = (system, machine) -> new ByteArrayInputStream(binaries(archive));
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(resolver)
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        .setDataDirectory(folder.resolve("data"))
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .start();
  }

  private static byte[] binaries(Path archive) {
    try (ZipFile jar = new ZipFile(archive.toFile())) {
      ZipEntry entry =
          jar.stream().filter(e -> e.getName().endsWith(".txz")).findFirst().orElseThrow();
      return jar.getInputStream(entry).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
