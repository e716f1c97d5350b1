package org.activitysummary.evaluation.latency;

import java.nio.file.Path;
import java.time.Duration;
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

  private static final int CALLS = 3;

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
      for (int i = 0; i < CALLS; i++) {
        Answer answer = contained.ask(Question.about(target, user.userId()));
        if (answer.failure() != null) {
          breakdowns.book(
              name, "asked about %,d events, %s".formatted(user.size(), answer.words()));
          return times;
        }
        // The first calls warm up; the last one stays.
        times.put(user.size(), Duration.ofNanos(answer.nanos()));
      }
    }
    return times;
  }
}
