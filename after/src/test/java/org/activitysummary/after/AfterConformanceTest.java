package org.activitysummary.after;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.ServiceLoader;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceResult;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AfterConformanceTest {

  @ParameterizedTest
  @EnumSource
  void keepsTheContractOnEveryRoute(Route route) {
    try (HikariDataSource pool = route.pool(true)) {
      List<ConformanceResult> results =
          new ConformanceRunner(Events.schema(), route.service(pool)).run(ConformanceCases.all());

      assertThat(results)
          .isNotEmpty()
          .allSatisfy(result -> assertThat(result.passed()).as(result.sentence()).isTrue());
    }
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(UserActivityServiceProvider.class))
        .singleElement()
        .satisfies(
            provider -> {
              assertThat(provider.name()).isEqualTo("after");
              assertThat(provider.kind()).isEqualTo(Kind.SUBJECT);
              assertThat(provider.description()).isNotBlank().doesNotContain("\n");
              try (HikariDataSource pool = Events.pool(true)) {
                assertThat(provider.create(pool)).isInstanceOf(AfterService.class);
              }
            });
  }
}
