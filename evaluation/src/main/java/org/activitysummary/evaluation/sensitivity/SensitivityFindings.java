package org.activitysummary.evaluation.sensitivity;

import java.util.List;
import java.util.Locale;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.sensitivity.Sensitivity.Detection;

/**
 * What the comparison noticed and what not.
 *
 * @param environment where
 * @param dataset the user asked about
 * @param implementation that was compared with itself
 * @param size rows of the user
 * @param detections by growing slowdown, the first without any
 */
public record SensitivityFindings(
    Environment environment,
    Report.DatasetBlock dataset,
    String implementation,
    int size,
    List<Detection> detections) {

  /** Keeps a copy. */
  public SensitivityFindings {
    detections = List.copyOf(detections);
  }

  /** Returns the findings as a Markdown table. */
  public String table() {
    StringBuilder text =
        new StringBuilder(
            """
            `%s` compared with itself, user of %s events.

            | slowed by | called slower | smallest effect seen with 80 %% power, median |
            |---:|---:|---:|
            """
                .formatted(implementation, NumberText.count(size)));
    for (Detection d : detections) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %.0f %% | %d of %d | %.1f %% |\n",
              100 * d.slowdown(),
              d.slower(),
              d.comparisons(),
              100 * d.medianEffect()));
    }
    return text.toString();
  }
}
