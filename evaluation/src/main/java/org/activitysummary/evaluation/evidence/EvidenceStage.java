package org.activitysummary.evaluation.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.containment.Answer;
import org.activitysummary.evaluation.containment.ContainedImplementation;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.containment.Question;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Has the server explain every statement of an implementation while it answers, whatever the
 * statements are: {@code auto_explain} sends each plan as a notice, and the notices are read off
 * the socket. Each statement is then explained once more, with the options that {@code
 * auto_explain} lacks. A pass of its own, so that its cost touches no measured time.
 *
 * <p>Loading {@code auto_explain} takes a superuser, so the calls of this pass are made as the
 * owner of the schema; on a server where that is none, there is no evidence, with the reason.
 */
public final class EvidenceStage implements AutoCloseable {

  private static final int MOST_CALLS = 12;
  private static final int FEWEST_CALLS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ConnectionTarget owner;
  private final Path work;
  private final Explainer explainer;
  private final Map<String, ContainedImplementation> processes = new HashMap<>();
  private int passes;

  /**
   * Prepares to ask.
   *
   * @param owner how to connect as the owner of the seeded schema
   * @param work a folder for files that say so
   */
  public EvidenceStage(ConnectionTarget owner, Path work) {
    this.owner = owner;
    this.work = work;
    this.explainer = new Explainer(owner);
  }

  /**
   * Returns what the server says of calls about one user, from the first call of a new connection
   * on. An implementation keeps its process until the stage is closed.
   */
  public DatabaseEvidence explain(String implementation, SeededUser user) {
    ContainedImplementation contained =
        processes.computeIfAbsent(implementation, Containment.STANDARD::contain);
    try {
      return explain(implementation, user, contained);
    } catch (IllegalStateException | IllegalArgumentException e) {
      return new DatabaseEvidence(
          implementation,
          user.size(),
          0,
          List.of(),
          false,
          "auto_explain could not be used: " + e.getMessage());
    }
  }

  private DatabaseEvidence explain(
      String implementation, SeededUser user, ContainedImplementation contained) {
    // Each file gets a pool of its own: plans depend on what a connection was asked before.
    Path file = work.resolve("owner-%d.properties".formatted(++passes));
    new Target(owner, List.of()).write(file);
    Question question = new Question(file.toString(), Question.Pool.EXPLAINED, user.userId());
    Map<String, StatementEvidence> byPlan = new LinkedHashMap<>();
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    int calls = 0;
    while (calls < FEWEST_CALLS || (calls < MOST_CALLS && System.nanoTime() < giveUp)) {
      calls++;
      for (StatementEvidence seen : statements(contained.ask(question), calls)) {
        byPlan.merge(seen.sql() + seen.planHash(), seen, (old, now) -> now.after(old));
      }
    }
    List<StatementEvidence> statements =
        byPlan.values().stream()
            .map(s -> s.with(explainer.explain(s.sql(), s.values(), s.settings())))
            .toList();
    long distinct = statements.stream().map(StatementEvidence::sql).distinct().count();
    return new DatabaseEvidence(
        implementation, user.size(), calls, statements, distinct < statements.size(), null);
  }

  private static List<StatementEvidence> statements(Answer answer, int call) {
    if (answer.failure() != null) {
      throw new IllegalStateException(answer.failure());
    }
    return answer.notices().stream()
        .filter(PlanReader::isPlan)
        .map(message -> PlanReader.read(message, call))
        .toList();
  }

  /** Ends the processes. */
  @Override
  public void close() {
    processes.values().forEach(ContainedImplementation::close);
    processes.clear();
  }
}
