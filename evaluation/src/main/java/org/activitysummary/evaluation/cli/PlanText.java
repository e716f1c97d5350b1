package org.activitysummary.evaluation.cli;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.forecast.Forecast;
import org.activitysummary.evaluation.forecast.StageForecast;
import org.activitysummary.evaluation.options.EvaluationOptions;
import org.activitysummary.evaluation.progress.DurationText;
import org.activitysummary.testbed.database.DatabaseLocation;

/** What {@code run --dry-run} prints. */
final class PlanText {

  private PlanText() {}

  /** Returns the plan, lines separated by line feeds. */
  static String of(EvaluationOptions options, Forecast forecast) {
    StringBuilder text = new StringBuilder();
    line(text, "profile          %s", options.profile().name());
    line(text, "database         %s", database(options.database()));
    line(
        text,
        "dataset          %,d rows, seed %d",
        options.dataset().rows(),
        options.dataset().seed());
    line(text, "sizes            %s events", sizes(options.dataset().sizes()));
    line(text, "implementations  %s", String.join(", ", options.names()));
    line(text, "reports          %s", options.reports());
    text.append('\n');
    for (StageForecast stage : forecast.stages()) {
      line(
          text,
          "%-15s  %12s  %s (%s)",
          stage.stage(),
          DurationText.of(stage.expected()),
          stage.work(),
          stage.source());
    }
    line(text, "%-15s  %12s", "together", DurationText.of(forecast.total()));
    text.append('\n');
    forecast.basis().forEach(sentence -> line(text, "%s", sentence));
    line(text, "Nothing was measured or written.");
    return text.toString();
  }

  private static String database(DatabaseLocation location) {
    if (location instanceof DatabaseLocation.External external) {
      return external.url().replaceFirst("\\?.*", "");
    }
    return location instanceof DatabaseLocation.Container container
        ? "testcontainers, " + container.image()
        : "embedded PostgreSQL";
  }

  private static String sizes(List<Integer> sizes) {
    return String.join(
        "; ", sizes.stream().map(size -> String.format(Locale.ROOT, "%,d", size)).toList());
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }
}
