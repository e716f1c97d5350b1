package org.activitysummary.evaluation.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.sensitivity.Sensitivity;
import org.activitysummary.evaluation.sensitivity.Sensitivity.Detection;
import org.activitysummary.evaluation.sensitivity.SensitivityFindings;
import org.activitysummary.testbed.dataset.DatasetSpec;
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

  @Mixin private FindingsFile output;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    Implementations.named(implementation);
    output.requireFolder();
    DatasetSpec dataset = DatasetSpec.standard().withSizes(List.of(size));
    SensitivityFindings findings = SeededDatabase.ask(database.location(), dataset, this::findings);
    output.tell(spec.commandLine().getOut(), findings, findings.table());
    return sound(findings.detections()) ? 0 : 1;
  }

  private SensitivityFindings findings(SeededDatabase seeded) {
    Sensitivity sensitivity = new Sensitivity(seeded.target(), seeded.progress());
    return new SensitivityFindings(
        seeded.environment(),
        seeded.block(),
        implementation,
        size,
        List.of(
            sensitivity.compare(implementation, size, 0, FALSE_ALARM_COMPARISONS),
            sensitivity.compare(implementation, size, 0.1, SLOWED_COMPARISONS),
            sensitivity.compare(implementation, size, 0.2, SLOWED_COMPARISONS)));
  }

  private static boolean sound(List<Detection> detections) {
    return detections.get(0).slower() == 0
        && detections.get(1).slower() >= SLOWED_COMPARISONS - 1
        && detections.get(2).slower() == SLOWED_COMPARISONS;
  }
}
