package org.activitysummary.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTextTest {

  @Test
  void showsAsManyDecimalsAsAskedForFarFromTheLimit() {
    assertThat(LimitText.observed(301.26, 128, 0)).isEqualTo("301");
    assertThat(LimitText.observed(7.26, 8, 1)).isEqualTo("7.3");
  }

  @Test
  void showsMoreWhereItWouldReadLikeTheLimit() {
    assertThat(LimitText.observed(128.3, 128, 0)).isEqualTo("128.3");
    assertThat(LimitText.observed(128.004, 128, 0)).isEqualTo("128.004");
    assertThat(LimitText.observed(8.02, 8, 1)).isEqualTo("8.02");
    assertThat(LimitText.observed(79.96, 80, 0)).isEqualTo("79.96");
  }

  @Test
  void showsAByteMoreThanTheLimitInMegabytes() {
    double megabyte = 1 << 20;

    assertThat(LimitText.observed((128 * megabyte + 1) / megabyte, 128, 0)).isEqualTo("128.000001");
  }

  @Test
  void showsTheLimitItselfAsItIs() {
    assertThat(LimitText.observed(128, 128, 0)).isEqualTo("128");
  }
}
