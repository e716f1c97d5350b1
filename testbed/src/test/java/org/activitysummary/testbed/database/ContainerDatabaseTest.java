package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.schema.EventsSchema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ContainerDatabaseTest {

  @Test
  void saysInOneLineThatThereIsNoDocker() {
    Assumptions.assumeFalse(hasDocker(), "Docker is there");

    assertThatThrownBy(() -> Database.open(DatabaseLocation.parse("testcontainers")))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected to start " + DatabaseLocation.Container.DEFAULT_IMAGE)
        .hasMessageContaining("Docker")
        .hasMessageEndingWith("or use --database embedded")
        .hasMessageNotContaining("\n");
  }

  @Test
  void runsTheSameSettingsAsTheEmbeddedServer() throws SQLException {
    String image = System.getenv("ACTIVITY_SUMMARY_TEST_IMAGE");
    Assumptions.assumeTrue(image != null, "set ACTIVITY_SUMMARY_TEST_IMAGE to try a container");

    try (Database database = Database.open(new DatabaseLocation.Container(image));
        EventsSchema schema = EventsSchema.create(database, "in_a_container");
        Connection reader = schema.connectAsOwner()) {
      assertThat(reader.isValid(1)).isTrue();
      assertThat(database.kind()).isEqualTo("testcontainers");
      ServerSettings.forThisMachine()
          .forEach(setting -> assertThat(database.settings()).containsKey(setting.name()));
    }
  }

  private static boolean hasDocker() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
