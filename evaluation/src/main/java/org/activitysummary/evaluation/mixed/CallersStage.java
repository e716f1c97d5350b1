package org.activitysummary.evaluation.mixed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.caller.ClosedLoop;
import org.activitysummary.evaluation.caller.ClosedLoopMain;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.LineProcess;
import org.activitysummary.evaluation.progress.Progress;

/**
 * Has callers ask about users of all sizes at once, round by round with each implementation in
 * turn. Each implementation's callers live in a process of their own with the JVM's defaults, since
 * what their side costs is part of what a server can bear.
 */
final class CallersStage {

  /** More than any round of anything measured here takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path target;
  private final int users;
  private final int callers;
  private final int rounds;
  private final int passes;
  private final Progress progress;

  /**
   * Prepares to ask.
   *
   * @param target file with the reader's connection and the expected answers
   * @param users how many it names
   * @param callers at once
   * @param rounds of each implementation
   * @param passes through the users in a round, by each caller
   * @param progress told of each round
   */
  CallersStage(Path target, int users, int callers, int rounds, int passes, Progress progress) {
    this.target = target;
    this.users = users;
    this.callers = callers;
    this.rounds = rounds;
    this.passes = passes;
    this.progress = progress;
  }

  /**
   * Returns how the implementations fare.
   *
   * @param implementations the first is compared with the others
   * @param server tells what it counted
   */
  CallersFinding ask(List<String> implementations, Connection server) {
    Map<String, LineProcess> processes = new LinkedHashMap<>();
    progress.start("%d callers".formatted(callers), (rounds + 1) * implementations.size());
    try {
      for (String name : implementations) {
        progress.step("warm-up of " + name);
        processes.put(name, start(name));
      }
      CallersFinding finding = ask(processes, server);
      progress.end();
      return finding;
    } finally {
      processes.values().forEach(LineProcess::close);
    }
  }

  private LineProcess start(String name) {
    try {
      LineProcess process =
          LineProcess.start(
              List.of(),
              ClosedLoopMain.class,
              List.of(target.toString(), name, Integer.toString(callers)));
      String line = process.await(PATIENCE);
      if (!line.equals(ClosedLoopMain.READY)) {
        process.kill();
        throw broken(name, line, null);
      }
      return process;
    } catch (CallerFailure e) {
      throw broken(name, e.getMessage(), e);
    }
  }

  private CallersFinding ask(Map<String, LineProcess> processes, Connection server) {
    Map<String, ServedRounds> served = new LinkedHashMap<>();
    processes.keySet().forEach(name -> served.put(name, new ServedRounds()));
    List<String> order = new ArrayList<>(processes.keySet());
    for (int round = 1; round <= rounds; round++) {
      for (String name : order) {
        progress.step("round %d of %d, %s".formatted(round, rounds, name));
        ServerCounts before = ServerCounts.now(server);
        ClosedLoop.Round happened = tell(name, processes.get(name), round);
        served.get(name).add(happened, ServerCounts.now(server).since(before));
      }
      Collections.reverse(order);
    }
    return CallersFigures.of(callers, rounds, passes * callers * users, served);
  }

  private ClosedLoop.Round tell(String name, LineProcess process, int round) {
    try {
      return JSON.readValue(
          process.tell("%d %d".formatted(passes, round), PATIENCE), ClosedLoop.Round.class);
    } catch (CallerFailure | JsonProcessingException e) {
      throw broken(name, e.getMessage(), e);
    }
  }

  private static EvaluationException broken(String name, String how, Exception cause) {
    return new EvaluationException(
        "The callers of '%s' were expected to work off a list but: %s; leave it out with --implementations"
            .formatted(name, how),
        cause);
  }
}
