package org.activitysummary.evaluation.latency;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.containment.Answer;
import org.activitysummary.evaluation.containment.Breakdowns;
import org.activitysummary.evaluation.containment.ContainedImplementation;
import org.activitysummary.evaluation.containment.Containment;
import org.activitysummary.evaluation.containment.Question;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * A few calls before the measurement, to learn roughly how long each will take. Only decides how
 * long forks run; never reported.
 */
public final class Pilot {

  /** The first calls of a connection are planned anew each, and those of a JVM are interpreted. */
  private static final int MOST_CALLS = 15;

  /** Rounds make up for a poor estimate, so that slow calls need not be repeated here. */
  private static final Duration BUDGET = Duration.ofMillis(400);

  /** What takes so long is cut off, however exactly it is known. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final Path target;
  private final List<SeededUser> users;
  private final Breakdowns breakdowns;

  /**
   * Prepares to call.
   *
   * @param target file that says where to connect
   * @param users to ask about
   * @param breakdowns told of implementations that do not get through it
   */
  public Pilot(Path target, List<SeededUser> users, Breakdowns breakdowns) {
    this.target = target;
    this.users = List.copyOf(users);
    this.breakdowns = breakdowns;
  }

  /**
   * Returns roughly how long one call takes in each cell, first arms only; cells of one size
   * together, and none of implementations that broke down.
   */
  public Map<Cell, Duration> run(List<String> implementations) {
    Map<String, Map<Integer, Duration>> durations = new LinkedHashMap<>();
    for (String name : implementations) {
      try (ContainedImplementation contained = Containment.STANDARD.contain(name)) {
        durations.put(name, times(name, contained));
      }
    }
    Map<Cell, Duration> cells = new LinkedHashMap<>();
    for (SeededUser user : users) {
      for (String name : implementations) {
        if (!breakdowns.has(name)) {
          cells.put(new Cell(Arm.first(name), user.size()), durations.get(name).get(user.size()));
        }
      }
    }
    return cells;
  }

  private Map<Integer, Duration> times(String name, ContainedImplementation contained) {
    Map<Integer, Duration> times = new LinkedHashMap<>();
    for (SeededUser user : users) {
      List<Answer> answers = answers(target, contained, user);
      Answer last = answers.get(answers.size() - 1);
      if (last.failure() != null) {
        breakdowns.book(name, "asked about %,d events, %s".formatted(user.size(), last.words()));
        return times;
      }
      times.put(user.size(), settled(answers));
    }
    return times;
  }

  /** Returns what came of a few calls; the last one may have failed. */
  private static List<Answer> answers(
      Path target, ContainedImplementation contained, SeededUser user) {
    Question question = Question.about(target, user.userId());
    List<Answer> answers = new ArrayList<>(List.of(contained.ask(question)));
    long end = System.nanoTime() + BUDGET.toNanos();
    while (answers.size() < MOST_CALLS && System.nanoTime() < end) {
      Answer last = answers.get(answers.size() - 1);
      if (last.failure() != null || last.nanos() > SLOW.toNanos()) {
        return answers;
      }
      answers.add(contained.ask(question));
    }
    return answers;
  }

  /** The median of the second half: the first calls warm up. */
  private static Duration settled(List<Answer> answers) {
    long[] nanos =
        answers.stream().skip(answers.size() / 2).mapToLong(Answer::nanos).sorted().toArray();
    return Duration.ofNanos(nanos[nanos.length / 2]);
  }
}
