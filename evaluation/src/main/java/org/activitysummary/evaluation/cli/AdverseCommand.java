package org.activitysummary.evaluation.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.adverse.AdverseDataset;
import org.activitysummary.evaluation.adverse.AdverseFinding;
import org.activitysummary.evaluation.adverse.AdverseStage;
import org.activitysummary.evaluation.adverse.AdverseTables;
import org.activitysummary.evaluation.progress.ConsoleProgress;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.progress.Terminal;
import org.activitysummary.testbed.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code adverse}: how an implementation fares on data that do not suit it. */
@Command(
    name = "adverse",
    sortOptions = false,
    description =
        "Asks about a user in datasets that differ from the standard one in a single way, and"
            + " compares medians. Exits with 1 if an answer of the subject is wrong.")
final class AdverseCommand implements Callable<Integer> {

  private static final int SUCCESS = 0;
  private static final int WRONG_ANSWER = 1;

  @Spec private CommandSpec spec;

  @Mixin private SubjectOption subject;

  @Option(
      names = "--yardsticks",
      split = ",",
      paramLabel = "<name>",
      description = "The implementations it is compared with. Default: floor,distinct-on")
  private List<String> yardsticks = List.of("floor", "distinct-on");

  @Option(
      names = "--user-size",
      paramLabel = "<events>",
      description =
          "Events of the user in each dataset; at most 250000 with metadata of 2 KB. Default:"
              + " ${DEFAULT-VALUE}")
  private int userSize = 1_000_000;

  @Option(
      names = "--datasets",
      split = ",",
      paramLabel = "<name>",
      description = "Which datasets, such as sparse-ids,half-copies. Default: all")
  private List<String> datasets;

  @Mixin private FindingsFile output;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    List<AdverseDataset> chosen = chosen();
    List<String> names = new ArrayList<>(List.of(subject.name()));
    names.addAll(Words.of(yardsticks));
    names.forEach(Implementations::named);
    output.requireFolder();
    List<AdverseFinding> findings = new ArrayList<>();
    Progress progress = new ConsoleProgress(System.err, Terminal.ofThisProcess().interactive());
    progress.start("adverse", chosen.size());
    try (Database opened = Database.open(database.location())) {
      AdverseStage stage = new AdverseStage(opened, names, userSize);
      for (AdverseDataset dataset : chosen) {
        progress.step(dataset.description());
        findings.add(stage.ask(dataset));
      }
    }
    progress.end();
    output.tell(spec.commandLine().getOut(), findings, AdverseTables.of(findings));
    return findings.stream().allMatch(f -> f.answers().get(0).exact()) ? SUCCESS : WRONG_ANSWER;
  }

  private List<AdverseDataset> chosen() {
    List<String> labels = Words.of(datasets);
    return labels.isEmpty()
        ? List.of(AdverseDataset.values())
        : labels.stream().map(AdverseCommand::named).toList();
  }

  private static AdverseDataset named(String label) {
    return Arrays.stream(AdverseDataset.values())
        .filter(dataset -> dataset.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new EvaluationException(
                    "Unknown dataset '%s'; expected some of %s"
                        .formatted(
                            label,
                            Arrays.stream(AdverseDataset.values())
                                .map(AdverseDataset::label)
                                .collect(Collectors.joining(", ")))));
  }
}
