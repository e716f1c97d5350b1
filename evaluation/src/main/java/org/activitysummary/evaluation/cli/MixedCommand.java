package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.mixed.MixedFindings;
import org.activitysummary.evaluation.mixed.MixedStage;
import org.activitysummary.evaluation.mixed.MixedStage.Extent;
import org.activitysummary.evaluation.mixed.MixedTables;
import org.activitysummary.evaluation.run.WorkDirectory;
import org.activitysummary.testbed.dataset.DatasetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mixed}: users of all sizes at once. */
@Command(
    name = "mixed",
    sortOptions = false,
    description =
        "Asks about users of all sizes, one after the other on one connection, and by many callers"
            + " at once beside other implementations. A goal that is missed is told; exits with 1 if"
            + " a call of the subject fails or is answered wrongly, or one of its plans changes.")
final class MixedCommand implements Callable<Integer> {

  private static final int SUCCESS = 0;
  private static final int UNSOUND = 1;
  private static final int FEWEST_SIZES = 2;

  /**
   * Each caller's calls about each user in a round: enough that its end, when some callers have
   * nothing left to do, is a small part of it.
   */
  private static final int PASSES = 2;

  @Spec private CommandSpec spec;

  @Mixin private SubjectOption subject;

  @Option(
      names = "--yardsticks",
      split = ",",
      paramLabel = "<name>",
      description = "The implementations it is compared with. Default with mixed: distinct-rewrite")
  private List<String> yardsticks = List.of("distinct-rewrite");

  @Option(
      names = "--rounds",
      paramLabel = "<number>",
      description = "Rounds on one connection, and rounds of callers. Default: ${DEFAULT-VALUE}")
  private int rounds = 6;

  @Option(
      names = "--turns",
      paramLabel = "<number>",
      description =
          "Calls about the smallest user in a round on one connection; P99 needs 100. Default:"
              + " ${DEFAULT-VALUE}")
  private int turns = 100;

  @Option(
      names = "--callers",
      paramLabel = "<number>",
      description = "How many call at once. Default: ${DEFAULT-VALUE}")
  private int callers = 8;

  @Mixin private DatasetOptions dataset;
  @Mixin private FindingsFile output;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    Extent extent = new Extent(rounds, turns, callers, PASSES);
    List<String> names = new ArrayList<>(List.of(subject.name()));
    names.addAll(Words.of(yardsticks));
    names.forEach(Implementations::named);
    output.requireFolder();
    DatasetSpec data = dataset.spec();
    if (data.sizes().size() < FEWEST_SIZES) {
      throw new EvaluationException(
          "--sizes must name at least 2 sizes to be mixed but names %s; try --sizes 100,1000000"
              .formatted(data.sizes()));
    }
    MixedFindings findings =
        SeededDatabase.ask(database.location(), data, seeded -> ask(seeded, names, extent));
    String tables = MixedTables.of(findings);
    output.tell(spec.commandLine().getOut(), findings, tables);
    return findings.subjectSound() ? SUCCESS : UNSOUND;
  }

  private static MixedFindings ask(SeededDatabase seeded, List<String> names, Extent extent) {
    try (WorkDirectory work = WorkDirectory.create()) {
      Path file = work.path().resolve("target.properties");
      seeded.target().write(file);
      return new MixedStage(
              seeded.database(), seeded.schema(), seeded.target(), file, seeded.progress())
          .ask(names, extent, seeded.environment(), seeded.block());
    }
  }
}
