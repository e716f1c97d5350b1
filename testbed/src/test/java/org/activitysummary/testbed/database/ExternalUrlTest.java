package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalUrlTest {

  @Test
  void takesRoleAndSchemaOutOfTheUrl() {
    ConnectionTarget target =
        ExternalUrl.parse(
                "jdbc:postgresql://h:5/d?sslmode=require&user=u%40x&password=p%26q&currentSchema=s"
                    + "&tcpKeepAlive=true")
            .toTarget(Map.of("PGUSER", "other", "PGPASSWORD", "other"));

    assertThat(target)
        .isEqualTo(
            new ConnectionTarget(
                "jdbc:postgresql://h:5/d?sslmode=require&tcpKeepAlive=true", "u@x", "p&q", ""));
  }

  @Test
  void asksTheEnvironmentForWhatTheUrlLeavesOut() {
    assertThat(
            ExternalUrl.parse("jdbc:postgresql://h/d")
                .toTarget(Map.of("PGUSER", "u", "PGPASSWORD", "p")))
        .isEqualTo(new ConnectionTarget("jdbc:postgresql://h/d", "u", "p", ""));
  }

  @Test
  void fallsBackToTheUserOfTheOperatingSystem() {
    assertThat(ExternalUrl.parse("jdbc:postgresql://h/d?").toTarget(Map.of()))
        .isEqualTo(
            new ConnectionTarget("jdbc:postgresql://h/d", System.getProperty("user.name"), "", ""));
  }
}
