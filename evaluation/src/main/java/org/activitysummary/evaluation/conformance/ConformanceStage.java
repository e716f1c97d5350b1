package org.activitysummary.evaluation.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.containment.Answer;
import org.activitysummary.evaluation.containment.ContainedImplementation;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.containment.Question;
import org.activitysummary.testbed.conformance.ConformanceCase.Category;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceResult;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;

/** Asks an implementation everything whose answer is known, in a process of its own. */
public final class ConformanceStage {

  private static final int MOST_RANDOM_ROWS = 120;
  private static final int FRESHNESS_PROBES = 5;

  private final EventsSchema scratch;
  private final Target seeded;
  private final Containment containment;
  private final Path scratchFile;
  private final Path seededFile;
  private final Path withoutTableFile;
  private final int randomUsers;
  private final long seed;

  /**
   * Prepares to ask.
   *
   * @param scratch a schema whose rows may come and go
   * @param seeded the seeded dataset
   * @param work a folder for files that say where to connect
   * @param containment what an implementation may take
   * @param randomUsers users with random events per shape, at least 1
   * @param seed of the random events
   */
  public ConformanceStage(
      EventsSchema scratch,
      Target seeded,
      Path work,
      Containment containment,
      int randomUsers,
      long seed) {
    this.scratch = scratch;
    this.seeded = seeded;
    this.containment = containment;
    this.randomUsers = randomUsers;
    this.seed = seed;
    ConnectionTarget reader = scratch.reader();
    this.scratchFile = written(work, "scratch", reader);
    this.seededFile = written(work, "seeded", seeded.connection());
    this.withoutTableFile =
        written(
            work,
            "without-table",
            new ConnectionTarget(reader.jdbcUrl(), reader.user(), reader.password(), "pg_catalog"));
  }

  private static Path written(Path work, String name, ConnectionTarget connection) {
    Path file = work.resolve("conformance-" + name + ".properties");
    new Target(connection, List.of()).write(file);
    return file;
  }

  /**
   * Returns what the implementation answered; an exception counts as a wrong answer, and so does
   * the end of its process.
   *
   * @param implementation its name
   */
  public Conformance ask(String implementation) {
    try (ContainedImplementation contained = containment.contain(implementation)) {
      Tally connections = connections(contained);
      return connections.passed()
          ? new Conformance(
              cases(contained.on(scratchFile)),
              random(contained),
              seeded(contained),
              freshness(contained),
              failures(contained),
              connections)
          : Conformance.onlyConnections(connections);
    } finally {
      scratch.truncate();
    }
  }

  private Map<Category, Tally> cases(UserActivityService service) {
    Map<Category, Tally> tallies = new EnumMap<>(Category.class);
    for (ConformanceResult result :
        new ConformanceRunner(scratch, service).run(ConformanceCases.all())) {
      tallies.merge(
          result.conformanceCase().category(),
          result.passed() ? Tally.NONE.plusRight() : Tally.NONE.plusWrong(result.sentence()),
          Tally::plus);
    }
    return tallies;
  }

  private Map<String, Tally> random(ContainedImplementation contained) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (AdverseShape shape : AdverseShape.values()) {
      tallies.put(shape.name(), random(contained, shape));
    }
    return tallies;
  }

  private Tally random(ContainedImplementation contained, AdverseShape shape) {
    List<Event> events = new ArrayList<>();
    for (long user = 1; user <= randomUsers; user++) {
      events.addAll(RandomEvents.generate(seed + user, shape, user, MOST_RANDOM_ROWS));
    }
    scratch.replace(events);
    List<Event> stored = StoredEvents.inOrder(scratch);
    Tally tally = Tally.NONE;
    for (long user = 1; user <= randomUsers; user++) {
      tally =
          asked(
              tally,
              contained,
              scratchFile,
              user,
              Oracle.summarize(stored, user),
              "user with %s events, seed %d".formatted(shape, seed + user));
    }
    return tally;
  }

  private Tally seeded(ContainedImplementation contained) {
    Tally tally = Tally.NONE;
    for (SeededUser user : seeded.users()) {
      tally =
          asked(
              tally,
              contained,
              seededFile,
              user.userId(),
              user.expected(),
              "seeded user of " + user.size());
    }
    return tally;
  }

  /** Whoever keeps a connection would exhaust the pool; it is asked once and then no more. */
  private Tally connections(ContainedImplementation contained) {
    Answer answer = contained.ask(Question.about(seededFile, seeded.users().get(0).userId()));
    return answer.connectionsKept() == 0
        ? Tally.NONE.plusRight()
        : Tally.NONE.plusWrong(
            "one call kept %d of its connections".formatted(answer.connectionsKept()));
  }

  /** A failing database must show as the one exception of the contract. */
  private Tally failures(ContainedImplementation contained) {
    Tally pool =
        failing(
            contained,
            new Question(scratchFile.toString(), Question.Pool.CLOSED, 1),
            "a closed pool");
    // Through a pooler the role's own search path holds, and the table cannot be hidden.
    Tally table =
        scratch.reader().schema().isEmpty()
            ? Tally.NONE
            : failing(
                contained, Question.about(withoutTableFile, 1), "a database without the table");
    return pool.plus(table).plus(terminated(contained));
  }

  /** A connection that ends in the middle is that exception too, and the next call is answered. */
  private Tally terminated(ContainedImplementation contained) {
    long user = 1;
    List<Event> stored = List.of(new Event(1, user, "click", null));
    UserActivitySummary expected = Oracle.summarize(stored, user);
    scratch.replace(stored);
    Answer disturbed =
        new TerminatedBackend(scratch)
            .disturb(() -> contained.ask(Question.about(scratchFile, user)));
    boolean right =
        disturbed.outcome() == Answer.Outcome.REFUSED || expected.equals(disturbed.summary());
    Tally tally =
        right
            ? Tally.NONE.plusRight()
            : Tally.NONE.plusWrong(
                "a backend terminated in the middle: expected UserActivityException but %s"
                    .formatted(disturbed.words()));
    return asked(
        tally, contained, scratchFile, user, expected, "the call after a terminated backend");
  }

  private static Tally failing(ContainedImplementation contained, Question question, String what) {
    Answer answer = contained.ask(question);
    return answer.outcome() == Answer.Outcome.REFUSED
        ? Tally.NONE.plusRight()
        : Tally.NONE.plusWrong(
            "%s: expected UserActivityException but %s".formatted(what, answer.words()));
  }

  /** A stored event must show at once: whoever keeps answers is found out here. */
  private Tally freshness(ContainedImplementation contained) {
    long user = 1;
    List<Event> stored = new ArrayList<>();
    scratch.truncate();
    Tally tally = Tally.NONE;
    for (int i = 0; i < FRESHNESS_PROBES; i++) {
      List<Event> more = List.of(new Event(i, user, "purchase", "{\"price\": 1.%d}".formatted(i)));
      scratch.insert(more);
      stored.addAll(more);
      tally =
          asked(
              tally,
              contained,
              scratchFile,
              user,
              Oracle.summarize(stored, user),
              "user with an event stored just before");
    }
    return tally;
  }

  private static Tally asked(
      Tally tally,
      ContainedImplementation contained,
      Path target,
      long user,
      UserActivitySummary expected,
      String whom) {
    Answer answer = contained.ask(Question.about(target, user));
    return expected.equals(answer.summary())
        ? tally.plusRight()
        : tally.plusWrong("%s: expected %s but %s".formatted(whom, expected, answer.words()));
  }
}
