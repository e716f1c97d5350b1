package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;

@ExtendWith(EmbeddedServer.class)
@Timeout(300)
class ContainerDatabaseTest {

  private static final DatasetSpec SPEC = DatasetSpec.standard().withSizes(List.of(100));

  @Test
  void saysInOneLineThatThereIsNoDocker() {
    assumeFalse(answers(), "skipped: a Docker engine answers");

    assertThatThrownBy(() -> Database.open(DatabaseLocation.parse("testcontainers", Map.of())))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected to start " + DatabaseLocation.Container.DEFAULT_IMAGE)
        .hasMessageContaining("Docker")
        .hasMessageEndingWith("or use --database embedded")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysInOneLineThatAnImageIsNotToBeHad() {
    assumeTrue(answers(), "skipped: no Docker engine answers");

    // Nobody listens there, so Docker knows at once.
    assertThatThrownBy(
            () -> Database.open(DatabaseLocation.parse("testcontainers:localhost:1/nowhere:1")))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected to start localhost:1/nowhere:1 with Docker but: ")
        .hasMessageContaining("Docker cannot get the image ")
        .hasMessageEndingWith("or use --database embedded")
        .hasMessageNotContaining("\n");
  }

  @Test
  void runsTheSettingsOfTheEmbeddedServer(Database embedded) throws SQLException {
    try (Database database = openContainer()) {
      Map<String, String> inContainer = new TreeMap<>();
      Map<String, String> inEmbedded = new TreeMap<>();
      for (ServerSetting setting : ServerSettings.forThisMachine()) {
        inContainer.put(setting.name(), one(database, "SHOW " + setting.name()));
        inEmbedded.put(setting.name(), one(embedded, "SHOW " + setting.name()));
      }
      assertThat(inContainer).isEqualTo(inEmbedded);
      String collation = "SELECT datcollate FROM pg_database WHERE datname = current_database()";
      assertThat(one(database, collation)).isEqualTo(one(embedded, collation));
    }
  }

  @Test
  void holdsASchemaWithItsReader() throws SQLException {
    try (Database database = openContainer()) {
      assertThat(database.kind()).isEqualTo("testcontainers");
      assertThat(database.version()).startsWith("18.");
      // The process ids that its connections report belong to others on this machine.
      assertThat(database.serverProcessId()).isEmpty();
      try (EventsSchema schema = EventsSchema.create(database, "in_a_container")) {
        schema.load(Dataset.of(SPEC), LoadProgress.SILENT);
        ConnectionTarget reader = schema.reader();
        try (Connection connection =
                DriverManager.getConnection(reader.jdbcUrl(), reader.driverProperties());
            Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT count(*) FROM events")) {
          row.next();
          assertThat(row.getLong(1)).isEqualTo(SPEC.rows());
        }
      }
    }
  }

  private static Database openContainer() {
    assumeTrue(answers(), "skipped: no Docker engine answers");
    try {
      return Database.open(DatabaseLocation.parse("testcontainers"));
    } catch (TestbedException e) {
      assumeFalse(ImageSupply.refusal(e).isPresent(), "skipped: " + e.getMessage());
      throw e;
    }
  }

  private static String one(Database database, String query) throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean answers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (ContainerFetchException e) {
      // It answers, but has no image of Testcontainers' own.
      return true;
    }
  }
}
