package org.activitysummary.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.activitysummary.evaluation.report.interchange.BencherExporter;
import org.activitysummary.evaluation.report.interchange.BenchmarkActionExporter;
import org.activitysummary.evaluation.report.interchange.OtavaExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formats that others parse, byte for byte in every locale. After a wanted change, {@code mvn test
 * -Dtest=GoldenFilesTest -Dtests.jvmArgs=-Dgolden.update=true} writes them anew for review.
 */
class GoldenFilesTest {

  private static final Path FOLDER =
      Path.of("src/test/resources/org/activitysummary/evaluation/report/golden");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  static Stream<Arguments> filesAndLocales() {
    List<Exporter> exporters =
        List.of(
            new JsonExporter(),
            new MarkdownExporter(),
            new JUnitExporter(),
            new BenchmarkActionExporter(),
            new BencherExporter(),
            new OtavaExporter());
    List<Locale> locales =
        List.of(Locale.ROOT, Locale.US, Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    return exporters.stream()
        .flatMap(exporter -> locales.stream().map(locale -> Arguments.of(exporter, locale)));
  }

  @ParameterizedTest
  @MethodSource("filesAndLocales")
  void aFileIsTheSameInEveryLocale(Exporter exporter, Locale locale) throws IOException {
    Locale.setDefault(locale);
    byte[] bytes = exporter.export(ReportFixture.withEveryVerdict());
    Path golden = FOLDER.resolve(exporter.fileName());
    if (Boolean.getBoolean("golden.update") && locale.equals(Locale.ROOT)) {
      Files.createDirectories(FOLDER);
      Files.write(golden, bytes);
    }
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
  }
}
