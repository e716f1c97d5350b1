package org.activitysummary.evaluation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.forecast.StageForecast.Source;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.report.ReportFixture;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecasterTest {

  @TempDir private Path reports;

  private EvaluationOptions options(Profile profile, DatasetSpec dataset) {
    return new EvaluationOptions(
        profile,
        List.of(Implementations.named("before"), Implementations.named("after")),
        dataset,
        DatabaseLocation.parse("embedded"),
        reports,
        false,
        null,
        "test");
  }

  private static StageForecast stage(Forecast forecast, String name) {
    return forecast.stages().stream().filter(s -> s.stage().equals(name)).findFirst().orElseThrow();
  }

  private void write(Report report) throws IOException {
    Path folder = Files.createDirectories(reports.resolve("2026-11-24/01-02-03"));
    Files.write(folder.resolve("report.json"), JsonFormat.bytes(report));
  }

  @Test
  void statesWhatItAssumesWhenThereIsNoReport() {
    Forecast forecast = Forecaster.of(options(Profile.QUICK, DatasetSpec.standard()));
    assertThat(forecast.stages()).allMatch(s -> s.source() == Source.ASSUMED);
    assertThat(forecast.basis().get(0)).contains("has no report yet", "1 ms more for each 1,000");
    assertThat(stage(forecast, "latency").work())
        .contains("forks in %d rounds".formatted(Profile.QUICK.rounds()));
    assertThat(forecast.total()).isGreaterThan(stage(forecast, "latency").expected());
    assertThat(reports).isEmptyDirectory();
  }

  @Test
  void aThoroughProfileTakesLonger() {
    Duration quick = Forecaster.of(options(Profile.QUICK, DatasetSpec.standard())).total();
    Duration full = Forecaster.of(options(Profile.FULL, DatasetSpec.standard())).total();
    assertThat(full).isGreaterThan(quick.multipliedBy(3));
  }

  @Test
  void plansWithTheCallsOfTheLastReport() throws IOException {
    Forecast assumed = Forecaster.of(options(Profile.QUICK, DatasetSpec.standard()));
    write(ReportFixture.passing());
    Forecast planned = Forecaster.of(options(Profile.QUICK, DatasetSpec.standard()));
    assertThat(stage(planned, "latency").source()).isEqualTo(Source.PLANNED);
    assertThat(stage(planned, "latency").expected())
        .isNotEqualTo(stage(assumed, "latency").expected());
    assertThat(planned.basis().get(0)).contains(ReportFixture.passing().run().id());
  }

  @Test
  void expectsWhatARunOfTheSameKindTook() throws IOException {
    Report report = ReportFixture.withStageSeconds(Map.of("memory", 12.5));
    write(report);
    DatasetSpec same = DatasetSpec.standard().withSeed(report.dataset().seed());
    Profile profile = Profile.named(report.run().profile());

    StageForecast memory = stage(Forecaster.of(options(profile, same)), "memory");
    assertThat(memory.source()).isEqualTo(Source.MEASURED);
    assertThat(memory.expected()).isEqualTo(Duration.ofMillis(12_500));

    DatasetSpec other = same.withSeed(report.dataset().seed() + 1);
    assertThat(stage(Forecaster.of(options(profile, other)), "memory").source())
        .isEqualTo(Source.PLANNED);
  }

  @Test
  void doesNotStumbleOverABrokenReport() throws IOException {
    Path folder = Files.createDirectories(reports.resolve("2026-11-25/01-02-03"));
    Files.writeString(folder.resolve("report.json"), "{\"schemaVersion\": 1, ");
    write(ReportFixture.passing());
    assertThat(Forecaster.of(options(Profile.QUICK, DatasetSpec.standard())).basis().get(0))
        .contains(ReportFixture.passing().run().id());
  }
}
