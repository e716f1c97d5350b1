package org.activitysummary.benchmarks.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.activitysummary.contract.UserActivityException;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

  @Test
  void isSeenWhoeverCaughtItFirst() {
    SQLException byTheDriver = new SQLException("Ran out of memory", "53200");

    assertThat(OutOfMemory.isBehind(new OutOfMemoryError())).isTrue();
    assertThat(OutOfMemory.isBehind(new IllegalStateException(new OutOfMemoryError()))).isTrue();
    assertThat(OutOfMemory.isBehind(new UserActivityException(1, byTheDriver))).isTrue();
  }

  @Test
  void isNotSeenInAnyOtherFailure() {
    assertThat(OutOfMemory.isBehind(new UserActivityException(1, new SQLException("x", "57014"))))
        .isFalse();
    assertThat(OutOfMemory.isBehind(new IllegalStateException())).isFalse();
  }
}
