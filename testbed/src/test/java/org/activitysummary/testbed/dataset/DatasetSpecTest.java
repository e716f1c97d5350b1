package org.activitysummary.testbed.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetSpecTest {

  private static final DatasetSpec STANDARD = DatasetSpec.standard();

  @Test
  void hasTheSizesOfTheRequirements() {
    assertThat(STANDARD.sizes()).containsExactly(100, 10_000, 100_000, 1_000_000);
    assertThat(STANDARD.rows()).isEqualTo(1_170_100);
  }

  @Test
  void namesEveryValueForAReport() {
    assertThat(STANDARD.toMap())
        .hasSize(17)
        .containsEntry("seed", 42L)
        .containsEntry("layout", "INTERLEAVED")
        .containsEntry("copyShare", 0.05)
        .containsEntry("sizes", List.of(100, 10_000, 100_000, 1_000_000));
  }

  @Test
  void expressesATableTenTimesAsLargeWithTheUserAtATenth() {
    DatasetSpec spec = STANDARD.withSizes(List.of(1_000_000)).withBackground(9_000, 9_000_000);

    assertThat(spec.rows()).isEqualTo(10_000_000);
  }

  @Test
  void changesOneThingAtATime() {
    assertThat(STANDARD.withSeed(7)).isNotEqualTo(STANDARD).isEqualTo(STANDARD.withSeed(7));
    assertThat(STANDARD.withSeed(7).withSeed(42)).isEqualTo(STANDARD);
    assertThat(STANDARD.withLayout(Layout.CONTIGUOUS).layout()).isEqualTo(Layout.CONTIGUOUS);
    assertThat(STANDARD.withIdStride(64).idStride()).isEqualTo(64);
    assertThat(STANDARD.withFarCopyShare(1).copies().farShare()).isEqualTo(1);
    assertThat(STANDARD.withConflictShare(0.1).copies().conflictShare()).isEqualTo(0.1);
    assertThat(STANDARD.withMetadataBytes(200).metadataBytes()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void refusesWhatCannotBe(String message, UnaryOperator<DatasetSpec> change) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(STANDARD))
        .withMessage(message);
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        refused("sizes must name at least one size but is empty", s -> s.withSizes(List.of())),
        refused(
            "every size must be from 1 to 100000000 but is 0", s -> s.withSizes(List.of(10, 0))),
        refused(
            "sizes must differ from each other but are [5, 5]", s -> s.withSizes(List.of(5, 5))),
        refused(
            "backgroundUsers must be from 0 to 1000000 but is -1", s -> s.withBackground(-1, 0)),
        refused(
            "backgroundRows must be from 10 to 1000000000 but is 9", s -> s.withBackground(10, 9)),
        refused("backgroundRows must be from 0 to 0 but is 5", s -> s.withBackground(0, 5)),
        refused(
            "rows of all users together must be from 1 to 1000000000 but is 1001110100",
            s -> s.withBackground(10, 1_000_000_000)),
        refused("idStride must be from 1 to 1000000 but is 0", s -> s.withIdStride(0)),
        refused("copyShare must be from 0 to 1 but is -0.1", s -> s.withCopyShare(-0.1)),
        refused("copyShare must be from 0 to 1 but is NaN", s -> s.withCopyShare(Double.NaN)),
        refused("farCopyShare must be from 0 to 1 but is 2.0", s -> s.withFarCopyShare(2)),
        refused("conflictShare must be from 0 to 1 but is 1.5", s -> s.withConflictShare(1.5)),
        refused(
            "clickShare, viewShare, purchaseShare and otherTypeShare must sum to 1 but sum to 0.5",
            s -> s.withTypeShares(0.25, 0.25, 0, 0)),
        refused(
            "otherTypeShare must be from 0 to 1 but is -0.5",
            s -> s.withTypeShares(0.5, 0.5, 0.5, -0.5)),
        refused(
            "stringPriceShare, missingPriceShare and malformedPriceShare must sum to at most 1 but"
                + " sum to 1.5",
            s -> s.withPriceShares(0.5, 0.5, 0.5)),
        refused("metadataBytes must be from 0 to 100000 but is -1", s -> s.withMetadataBytes(-1)));
  }

  private static Arguments refused(String message, UnaryOperator<DatasetSpec> change) {
    return Arguments.of(message, change);
  }
}
