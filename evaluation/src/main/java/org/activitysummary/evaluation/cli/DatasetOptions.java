package org.activitysummary.evaluation.cli;

import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.dataset.DatasetSpec;
import picocli.CommandLine.Option;

/** Which events are asked about. */
final class DatasetOptions {

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "<events>",
      description = "Events of the seeded users. Default: 100,10000,100000,1000000")
  private List<String> sizes;

  @Option(
      names = "--seed",
      paramLabel = "<number>",
      description = "Seed of the dataset. Default: ${DEFAULT-VALUE}")
  private long seed = DatasetSpec.standard().seed();

  /**
   * Returns the dataset's specification.
   *
   * @throws EvaluationException if a size is no number
   */
  DatasetSpec spec() {
    DatasetSpec standard = DatasetSpec.standard().withSeed(seed);
    List<String> chosen = Words.of(sizes);
    return chosen.isEmpty()
        ? standard
        : standard.withSizes(
            chosen.stream().map(DatasetOptions::size).distinct().sorted().toList());
  }

  private static int size(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new EvaluationException(
          "A size must be a whole number of events but is '%s'; try --sizes 100,10000"
              .formatted(text),
          e);
    }
  }
}
