package org.activitysummary.evaluation.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.activitysummary.evaluation.caller.ClosedLoop;
import org.activitysummary.evaluation.statistics.LatencySample;

/** The rounds of one implementation, and what the server counted meanwhile. */
final class ServedRounds {

  private final List<ClosedLoop.Round> rounds = new ArrayList<>();
  private ServerCounts server = ServerCounts.NONE;

  void add(ClosedLoop.Round round, ServerCounts counted) {
    rounds.add(round);
    server = server.plus(counted);
  }

  List<ClosedLoop.Round> rounds() {
    return rounds;
  }

  ServerCounts server() {
    return server;
  }

  /** Returns how long each round took, one sample of one time each. */
  List<LatencySample> elapsed() {
    return rounds.stream().map(round -> LatencySample.of(round.elapsedNanos())).toList();
  }

  /** Returns the times of the answered calls, by size. */
  List<Times> times() {
    TreeSet<Integer> sizes = new TreeSet<>();
    rounds.forEach(round -> sizes.addAll(round.nanos().keySet()));
    return sizes.stream().map(this::times).toList();
  }

  private Times times(int size) {
    return Times.of(
        "%,d events".formatted(size),
        rounds.stream()
            .filter(round -> round.nanos().containsKey(size))
            .map(round -> round.nanos().get(size).stream().mapToLong(Long::longValue).toArray())
            .map(LatencySample::of)
            .toList());
  }
}
