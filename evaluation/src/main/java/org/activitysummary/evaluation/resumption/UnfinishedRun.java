package org.activitysummary.evaluation.resumption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells an unfinished run from another: the contents of {@link #FILE_NAME}, which lies in the
 * run's folder until its report is written.
 *
 * @param startedAt ISO 8601 in UTC
 * @param resumedAt when it was continued, ISO 8601 in UTC; empty at first
 * @param facts what must be the same for it to be continued, by name
 */
public record UnfinishedRun(
    String startedAt, List<String> resumedAt, SortedMap<String, String> facts) {

  /** The file; where it is, no report is. */
  public static final String FILE_NAME = "unfinished.json";

  /** Keeps copies. */
  public UnfinishedRun {
    resumedAt = List.copyOf(resumedAt);
    facts = new TreeMap<>(facts);
  }

  /** Returns the run as it is continued once more. */
  UnfinishedRun resumed(String now) {
    List<String> all = new ArrayList<>(resumedAt);
    all.add(now);
    return new UnfinishedRun(startedAt, all, facts);
  }

  /** Returns the run with one more fact. */
  UnfinishedRun with(String what, String value) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.put(what, value);
    return new UnfinishedRun(startedAt, resumedAt, more);
  }

  /** Returns the first of these facts that is another here, in words; empty if none is. */
  Optional<String> difference(Map<String, String> others) {
    return new TreeMap<>(others)
        .entrySet().stream()
            .filter(other -> facts.containsKey(other.getKey()))
            .filter(other -> !facts.get(other.getKey()).equals(other.getValue()))
            .map(
                other ->
                    "its %s was %s and is now %s"
                        .formatted(other.getKey(), facts.get(other.getKey()), other.getValue()))
            .findFirst();
  }
}
