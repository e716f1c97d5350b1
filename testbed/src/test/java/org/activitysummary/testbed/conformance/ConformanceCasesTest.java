package org.activitysummary.testbed.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activitysummary.testbed.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConformanceCasesTest {

  static Stream<ConformanceCase> cases() {
    return ConformanceCases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheOracle(ConformanceCase conformanceCase) {
    assertThat(Oracle.summarize(conformanceCase.rows(), conformanceCase.userId()))
        .as(conformanceCase.why())
        .isEqualTo(conformanceCase.expected());
  }

  @Test
  void coversEveryCategory() {
    assertThat(cases().collect(Collectors.groupingBy(ConformanceCase::category)))
        .hasSize(ConformanceCase.Category.values().length)
        .allSatisfy((category, cases) -> assertThat(cases).hasSizeGreaterThanOrEqualTo(20));
  }

  @Test
  void namesAndExplainsEachCaseInOneLine() {
    assertThat(cases())
        .allSatisfy(
            one -> {
              assertThat(one.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(one.why()).isNotBlank().doesNotContain("\n");
            });
  }

  @Test
  void repeatsRowsWithRisingIdsAndSpellsOutLongNumbers() {
    ConformanceCase dense = named("dense-block-at-the-end");
    ConformanceCase longNumber = named("very-long-string");

    assertThat(dense.rows()).hasSize(100);
    assertThat(dense.rows().get(99).id()).isEqualTo(Long.MAX_VALUE);
    assertThat(longNumber.expected().totalValue().precision()).isEqualTo(10_000);
  }

  private static ConformanceCase named(String name) {
    return cases().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
