package org.activitysummary.evaluation.conformance;

import java.util.Map;
import java.util.stream.Stream;
import org.activitysummary.testbed.conformance.ConformanceCase.Category;

/**
 * What one implementation answered before anything was timed.
 *
 * @param cases conformance cases, by category
 * @param random users with random events, by the shape of their events
 * @param seeded the seeded users of the dataset
 * @param freshness answers after one more event was stored, in the timed process too
 * @param failures what it did when the database failed
 * @param connections whether it gave its connections back
 */
public record Conformance(
    Map<Category, Tally> cases,
    Map<String, Tally> random,
    Tally seeded,
    Tally freshness,
    Tally failures,
    Tally connections) {

  /** Keeps copies. */
  public Conformance {
    cases = Map.copyOf(cases);
    random = Map.copyOf(random);
  }

  /**
   * Returns what is known of an implementation that keeps its connections: nothing else is asked.
   */
  static Conformance onlyConnections(Tally connections) {
    return new Conformance(Map.of(), Map.of(), Tally.NONE, Tally.NONE, Tally.NONE, connections);
  }

  /** Returns the same with more answers of an implementation while an event came and went. */
  public Conformance withFresh(Tally more) {
    return new Conformance(cases, random, seeded, freshness.plus(more), failures, connections);
  }

  /** Returns whether every answer was right, so that times mean something. */
  public boolean passed() {
    return tallies().allMatch(Tally::passed);
  }

  /** Returns the answers of every group. */
  public Stream<Tally> tallies() {
    return Stream.of(
            cases.values().stream(),
            random.values().stream(),
            Stream.of(seeded, freshness, failures, connections))
        .flatMap(group -> group);
  }
}
