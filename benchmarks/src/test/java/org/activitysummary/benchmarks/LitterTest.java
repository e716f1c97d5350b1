package org.activitysummary.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LitterTest {

  private static final int MUCH = 32 << 20;

  private final AtomicInteger collections = new AtomicInteger();
  private final Litter litter = new Litter(collections::incrementAndGet);

  private static void allocate(int bytes) {
    assertThat(new byte[bytes]).hasSize(bytes);
  }

  @Test
  void isClearedOnceItIsMuch() {
    allocate(MUCH);
    litter.clear();
    litter.clear();

    assertThat(collections).hasValue(1);
  }

  @Test
  void isLeftWhileItIsLittle() {
    allocate(1);
    litter.clear();

    assertThat(collections).hasValue(0);
  }
}
