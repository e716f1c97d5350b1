package org.activitysummary.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;

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
}
