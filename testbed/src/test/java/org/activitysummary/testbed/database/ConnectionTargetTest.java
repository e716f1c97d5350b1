package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionTargetTest {

  @Test
  void doesNotShowThePassword() {
    assertThat(new ConnectionTarget("jdbc:postgresql://h/d", "u", "s3cret", "s"))
        .hasToString("jdbc:postgresql://h/d as u, schema s");
  }

  @Test
  void tellsTheDriverEverythingOutsideTheUrl() {
    assertThat(new ConnectionTarget("jdbc:postgresql://h/d", "u", "p", "s").driverProperties())
        .containsEntry("user", "u")
        .containsEntry("password", "p")
        .containsEntry("currentSchema", "s")
        .containsEntry("ApplicationName", "activity-summary")
        .containsEntry("connectTimeout", "10");
  }

  @Test
  void leavesPasswordAndSchemaToTheDriverWhenThereAreNone() {
    assertThat(new ConnectionTarget("jdbc:postgresql://h/d", "u", "", "").driverProperties())
        .doesNotContainKeys("password", "currentSchema");
  }

  @Test
  void asksForReadOnlyTransactionsBesideOtherOptions() {
    assertThat(
            new ConnectionTarget("jdbc:postgresql://h/d", "u", "p", "s")
                .readOnly(Duration.ofSeconds(9))
                .jdbcUrl())
        .isEqualTo(
            "jdbc:postgresql://h/d?options=-c%20default_transaction_read_only=on%20-c%20statement_timeout=9s");
    assertThat(
            new ConnectionTarget("jdbc:postgresql://h/d?options=-c%20jit=off&a=b", "u", "p", "s")
                .readOnly(Duration.ofSeconds(9))
                .jdbcUrl())
        .isEqualTo(
            "jdbc:postgresql://h/d?options=-c%20jit=off%20-c%20default_transaction_read_only=on%20-c%20statement_timeout=9s&a=b");
  }
}
