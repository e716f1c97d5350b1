package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalUrlTest {

  @Test
  void takesRoleAndSchemaOutOfTheUrl() {
    ConnectionTarget target =
        ExternalUrl.parse(
                "jdbc:postgresql://h:5/d?sslmode=require&user=u%40x&password=p%26q&currentSchema=s"
                    + "&tcpKeepAlive=true")
            .toTarget(Map.of("PGUSER", "other", "PGPASSWORD", "other"), null);

    assertThat(target)
        .isEqualTo(
            new ConnectionTarget(
                "jdbc:postgresql://h:5/d?sslmode=require&tcpKeepAlive=true", "u@x", "p&q", ""));
  }

  @Test
  void asksTheEnvironmentForWhatTheUrlLeavesOut() {
    assertThat(
            ExternalUrl.parse("jdbc:postgresql://h/d")
                .toTarget(Map.of("PGUSER", "u", "PGPASSWORD", "p"), null))
        .isEqualTo(new ConnectionTarget("jdbc:postgresql://h/d", "u", "p", ""));
  }

  @Test
  void fallsBackToTheUserOfTheOperatingSystem() {
    assertThat(ExternalUrl.parse("jdbc:postgresql://h/d?").toTarget(Map.of(), null))
        .isEqualTo(
            new ConnectionTarget("jdbc:postgresql://h/d", System.getProperty("user.name"), "", ""));
  }

  @Test
  void prefersTheFirstLineOfAPasswordFileToTheEnvironment(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "from file\nnot this\n");

    assertThat(
            ExternalUrl.parse("jdbc:postgresql://h/d?user=u")
                .toTarget(Map.of("PGPASSWORD", "p"), file)
                .password())
        .isEqualTo("from file");
  }

  @Test
  void refusesAPasswordFileThatIsEmptyMissingOrOneTooMany(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    ExternalUrl url = ExternalUrl.parse("jdbc:postgresql://h/d?user=u&password=s3cret");

    assertThatThrownBy(() -> ExternalUrl.parse("jdbc:postgresql://h/d").toTarget(Map.of(), empty))
        .hasMessageStartingWith("Expected a password in the first line of " + empty);
    assertThatThrownBy(
            () ->
                ExternalUrl.parse("jdbc:postgresql://h/d")
                    .toTarget(Map.of(), folder.resolve("none")))
        .hasMessageStartingWith("Expected a password in " + folder.resolve("none"));
    assertThatThrownBy(() -> url.toTarget(Map.of(), empty))
        .hasMessageContaining("take it out of the URL")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://u:s3cret@h/d",
        "jdbc:postgresql://s3cret@h:5432/d?user=u",
        "jdbc:postgresql://h/d?sslkey=k&sslpassword=s3cret"
      })
  void refusesSecretsThatWouldTravelWithTheUrlWithoutRepeatingThem(String url) {
    assertThatThrownBy(() -> ExternalUrl.parse(url))
        .isInstanceOf(TestbedException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void addsAParameterThatIsNotThereYet() {
    assertThat(ExternalUrl.with("jdbc:postgresql://h/d", "a", "1"))
        .isEqualTo("jdbc:postgresql://h/d?a=1");
    assertThat(ExternalUrl.with("jdbc:postgresql://h/d?b=2", "a", "1"))
        .isEqualTo("jdbc:postgresql://h/d?b=2&a=1");
    assertThat(ExternalUrl.with("jdbc:postgresql://h/d?a=5", "a", "1"))
        .isEqualTo("jdbc:postgresql://h/d?a=5");
  }
}
