package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLocationTest {

  @Test
  void knowsTheThreeKinds() {
    assertThat(DatabaseLocation.parse("embedded")).isEqualTo(new DatabaseLocation.Embedded());
    assertThat(DatabaseLocation.parse("testcontainers", Map.of()))
        .isEqualTo(new DatabaseLocation.Container(DatabaseLocation.Container.DEFAULT_IMAGE));
    assertThat(DatabaseLocation.parse("testcontainers:postgres:17"))
        .isEqualTo(new DatabaseLocation.Container("postgres:17"));
    assertThat(DatabaseLocation.parse(" jdbc:postgresql://h/d?user=u "))
        .isEqualTo(new DatabaseLocation.External("jdbc:postgresql://h/d?user=u"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres", "Embedded", "jdbc:mysql://h/d", "postgresql://h/d"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> DatabaseLocation.parse(text))
        .isInstanceOf(TestbedException.class)
        .hasMessage(
            "Expected a database that is embedded, testcontainers, testcontainers:<image> or"
                + " jdbc:postgresql://host:port/database but found \""
                + text
                + "\"; embedded needs nothing installed");
  }

  @Test
  void takesTheImageFromTheEnvironmentUnlessTheOptionNamesOne() {
    Map<String, String> environment = Map.of("ACTIVITY_SUMMARY_POSTGRES_IMAGE", "mirror/pg:18");

    assertThat(DatabaseLocation.parse("testcontainers", environment))
        .isEqualTo(new DatabaseLocation.Container("mirror/pg:18"));
    assertThat(DatabaseLocation.parse("testcontainers:postgres:17", environment))
        .isEqualTo(new DatabaseLocation.Container("postgres:17"));
  }

  @Test
  void refusesAnImageWithoutAName() {
    assertThatThrownBy(() -> DatabaseLocation.parse("testcontainers:"))
        .isInstanceOf(TestbedException.class)
        .hasMessageStartingWith("Expected an image after \"testcontainers:\" but found none");
  }

  @Test
  void doesNotShowAPasswordInTheUrl() {
    assertThat(DatabaseLocation.parse("jdbc:postgresql://h/d?user=u&password=p"))
        .hasToString("External[url=jdbc:postgresql://h/d]");
  }
}
