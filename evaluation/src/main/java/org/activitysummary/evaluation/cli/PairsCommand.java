package org.activitysummary.evaluation.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.activitysummary.contract.Implementations;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.pairs.PairFindings;
import org.activitysummary.evaluation.pairs.PairStage;
import org.activitysummary.evaluation.pairs.PairTables;
import org.activitysummary.evaluation.pairs.PgbenchYardstick;
import org.activitysummary.evaluation.pgbench.Executable;
import org.activitysummary.testbed.dataset.DatasetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pairs}: a subject beside each reference, in turns with every call. */
@Command(
    name = "pairs",
    sortOptions = false,
    description =
        "Times a subject with one other implementation after the other, in turns with every call,"
            + " and holds the ratios of medians against the goals of docs/QUERY.md. A goal that is"
            + " missed is told; exits with 1 only if an answer of the subject is wrong.")
final class PairsCommand implements Callable<Integer> {

  private static final int SUCCESS = 0;
  private static final int WRONG_ANSWER = 1;

  @Spec private CommandSpec spec;

  @Mixin private SubjectOption subject;

  @Option(
      names = "--yardsticks",
      split = ",",
      paramLabel = "<name>",
      description =
          "The implementations it is compared with, and pgbench, which small users are held against"
              + " where there is one. Default with pairs:"
              + " floor,distinct-rewrite,distinct-on,prepared-distinct-on,before,pgbench")
  private List<String> yardsticks =
      List.of(
          "floor",
          "distinct-rewrite",
          "distinct-on",
          "prepared-distinct-on",
          "before",
          PgbenchYardstick.NAME);

  @Option(
      names = "--pgbench",
      paramLabel = "<file>",
      description =
          "The pgbench to ask. Default: the first on the path, else the newest below"
              + " /usr/lib/postgresql")
  private Path pgbench;

  @Option(
      names = "--seconds",
      paramLabel = "<number>",
      description =
          "How long a pair is timed at each size; ten rounds in any case. Default: ${DEFAULT-VALUE}")
  private int seconds = 6;

  @Mixin private DatasetOptions dataset;
  @Mixin private FindingsFile output;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    List<String> names = Words.of(yardsticks);
    require(names);
    output.requireFolder();
    DatasetSpec data = dataset.spec();
    Optional<Executable> program =
        pgbench == null ? Executable.find() : Optional.of(Executable.named(pgbench));
    PairFindings findings =
        SeededDatabase.ask(database.location(), data, seeded -> compare(seeded, names, program));
    String tables = PairTables.of(findings);
    output.tell(spec.commandLine().getOut(), findings, tables);
    return findings.subjectExact() ? SUCCESS : WRONG_ANSWER;
  }

  private PairFindings compare(
      SeededDatabase seeded, List<String> names, Optional<Executable> program) {
    try (PgbenchYardstick yardstick = PgbenchYardstick.open(program, seeded.target())) {
      PairStage stage =
          new PairStage(
              seeded.target(), Duration.ofSeconds(seconds), seeded.progress(), yardstick.program());
      return new PairFindings(
          PairStage.METHOD,
          names.contains(PgbenchYardstick.NAME) ? yardstick.sentence() : null,
          seeded.environment(),
          seeded.block(),
          stage.compare(subject.name(), names));
    }
  }

  private void require(List<String> names) {
    if (names.isEmpty() || names.contains(subject.name())) {
      throw new EvaluationException(
          "--yardsticks must name implementations other than '%s' but is '%s'; try --yardsticks floor"
              .formatted(subject.name(), String.join(",", names)));
    }
    if (seconds < 1) {
      throw new EvaluationException(
          "--seconds must be at least 1 but is %d; try --seconds 6".formatted(seconds));
    }
    names.stream()
        .filter(name -> !name.equals(PgbenchYardstick.NAME))
        .forEach(Implementations::named);
    Implementations.named(subject.name());
  }
}
