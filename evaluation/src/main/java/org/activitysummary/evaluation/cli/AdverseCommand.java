package org.activitysummary.evaluation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.adverse.AdverseDataset;
import org.activitysummary.evaluation.adverse.AdverseFinding;
import org.activitysummary.evaluation.adverse.AdverseStage;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.report.JsonFormat;
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

  @Option(
      names = "--subject",
      paramLabel = "<name>",
      description = "The implementation that is asked about. Default: ${DEFAULT-VALUE}")
  private String subject = "after";

  @Option(
      names = "--yardsticks",
      split = ",",
      paramLabel = "<name>",
      description = "The implementations it is compared with. Default: floor,distinct-on")
  private List<String> yardsticks = List.of("floor", "distinct-on");

  @Option(
      names = "--user-size",
      paramLabel = "<events>",
      description = "Events of the user in each dataset. Default: ${DEFAULT-VALUE}")
  private int userSize = 1_000_000;

  @Option(
      names = "--datasets",
      split = ",",
      paramLabel = "<name>",
      description = "Which datasets, such as sparse-ids,half-copies. Default: all")
  private List<String> datasets;

  @Option(
      names = "--output",
      paramLabel = "<file>",
      description = "Writes the findings there as JSON, too.")
  private Path output;

  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    List<AdverseDataset> chosen = chosen();
    List<String> names = new ArrayList<>(List.of(subject));
    names.addAll(Words.of(yardsticks));
    names.forEach(Implementations::named);
    List<AdverseFinding> findings = new ArrayList<>();
    try (Database opened = Database.open(database.location())) {
      AdverseStage stage = new AdverseStage(opened, names, userSize);
      for (AdverseDataset dataset : chosen) {
        AdverseFinding finding = stage.ask(dataset);
        findings.add(finding);
        print(finding);
      }
    }
    if (output != null) {
      write(findings);
    }
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

  private void print(AdverseFinding finding) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s: %s%n", finding.dataset(), finding.description());
    finding
        .answers()
        .forEach(
            a ->
                out.printf(
                    Locale.ROOT,
                    "  %-20s %-7s median %,9.1f ms%n",
                    a.implementation(),
                    a.exact() ? "exact" : "inexact",
                    a.medianMillis()));
    for (Comparison c : finding.comparisons()) {
      out.printf(
          Locale.ROOT,
          "  %s / %s: %.2f (%.2f to %.2f)%n",
          c.subject(),
          c.reference(),
          c.ratio(),
          c.low(),
          c.high());
    }
    out.flush();
  }

  private void write(List<AdverseFinding> findings) {
    try {
      Files.write(output, JsonFormat.bytes(findings));
    } catch (IOException e) {
      throw new EvaluationException(
          "The findings must go to %s but could not be written: %s; name another file"
              .formatted(output, e.getMessage()),
          e);
    }
  }
}
