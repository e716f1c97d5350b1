package org.activitysummary.evaluation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.activitysummary.evaluation.planted.Sensitivity;
import org.activitysummary.evaluation.planted.Sensitivity.Detection;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.progress.Terminal;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.schema.LoadProgress;
import org.activitysummary.testbed.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sensitivity}: false alarms and found slowdowns of the comparison, on this machine. */
@Command(
    name = "sensitivity",
    description =
        "Compares an implementation with itself, as it is and slowed by a known factor, and counts"
            + " false alarms and found slowdowns. Exits with 1 if there are too many or too few.")
final class SensitivityCommand implements Callable<Integer> {

  private static final int FALSE_ALARM_COMPARISONS = 30;
  private static final int SLOWED_COMPARISONS = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--implementation", description = "Default: ${DEFAULT-VALUE}")
  private String implementation = "after";

  @Option(names = "--size", description = "Events of the user. Default: ${DEFAULT-VALUE}")
  private int size = 100;

  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    Dataset dataset = Dataset.of(DatasetSpec.standard().withSizes(List.of(size)));
    List<Detection> detections = new ArrayList<>();
    try (Database opened = Database.open(database.location());
        EventsSchema schema = EventsSchema.create(opened, "activity_summary_sensitivity")) {
      schema.load(dataset, LoadProgress.SILENT);
      Sensitivity sensitivity =
          new Sensitivity(
              new Target(schema.reader(), dataset.users()),
              new ConsoleProgress(System.out, Terminal.ofThisProcess().interactive()));
      detections.add(sensitivity.compare(implementation, size, 0, FALSE_ALARM_COMPARISONS));
      detections.add(sensitivity.compare(implementation, size, 0.1, SLOWED_COMPARISONS));
      detections.add(sensitivity.compare(implementation, size, 0.2, SLOWED_COMPARISONS));
    }
    return report(detections);
  }

  private int report(List<Detection> detections) {
    PrintWriter out = spec.commandLine().getOut();
    for (Detection d : detections) {
      out.printf(
          Locale.ROOT,
          "slowed by %2.0f %%: called slower in %d of %d comparisons; detectable effect %.1f %%%n",
          100 * d.slowdown(),
          d.slower(),
          d.comparisons(),
          100 * d.medianEffect());
    }
    out.flush();
    boolean sound =
        detections.get(0).slower() == 0
            && detections.get(1).slower() >= SLOWED_COMPARISONS - 1
            && detections.get(2).slower() == SLOWED_COMPARISONS;
    return sound ? 0 : 1;
  }
}
